using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Endpoint.Tests.Components;

/// <summary>Counts what a scope creates and disposes.</summary>
public sealed class Ledger
{
    public List<string> Entries { get; } = [];
}

public sealed class ScopedNote(Ledger ledger) : IDisposable
{
    public void Write(string text) => ledger.Entries.Add(text);

    public void Dispose() => ledger.Entries.Add("scope disposed");
}

public sealed class Desk(ScopedNote note, [FromKeyedServices("stamp")] string stamp, IServiceProvider services, int copies = 2) : IAsyncDisposable
{
    [Function]
    public string Stamp(string text, [FromServices] ScopedNote sameNote, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        note.Write($"{stamp} {text} x{copies}");
        return ReferenceEquals(note, sameNote) && services.GetRequiredService<ScopedNote>() == note ? "one scope" : "several scopes";
    }

    public ValueTask DisposeAsync()
    {
        note.Write("desk disposed");
        return ValueTask.CompletedTask;
    }
}

public interface IShelf<T>;

public sealed class Shelf<T> : IShelf<T>;

/// <summary>Needs a service that is registered for any key and any type.</summary>
public sealed class Library([FromKeyedServices("fiction")] IShelf<string> shelf)
{
    [Function]
    public string NameShelf() => shelf.GetType().Name;
}
