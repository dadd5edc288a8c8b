using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Primitives;

namespace Agnt5.Json;

/// <summary>
/// Finds the part of a value that has no JSON, and the reason. It walks the value by its metadata, because the serializer rarely names the part. It runs only after writing has failed.
/// </summary>
/// <param name="seeksNumbers">Whether only numbers that JSON cannot hold are problems.</param>
internal sealed class WriteProblems(bool seeksNumbers = false)
{
    private const int MostDeep = 256;

    private readonly JsonLocation _location = new("$");
    private readonly HashSet<object> _around = new(ReferenceEqualityComparer.Instance);

    /// <summary>Describes why a value could not be written.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">The metadata that wrote it.</param>
    /// <param name="failure">The exception of writing, or <see langword="null"/> when the problem is a text that JSON cannot hold.</param>
    public static string Describe(object? value, JsonTypeInfo type, Exception? failure) => new WriteProblems().Find(value, type) ?? (failure is null
        ? "a text in it has half of a surrogate pair, which JSON cannot hold"
        : $"$: {ExceptionText.Message(failure) ?? failure.GetType().ToString()}");

    /// <summary>The place of the first number of a value that JSON cannot hold, or <see langword="null"/>. The place has no keys of dictionaries, which are data.</summary>
    public static string? FindNumber(object? value, JsonTypeInfo type)
    {
        var walk = new WriteProblems(seeksNumbers: true);
        return walk.Find(value, type) is null ? null : walk._location.Show(quotesNames: false);
    }

    /// <summary>The first part that has no JSON, and the reason. The location stays at it.</summary>
    private string? Find(object? value, JsonTypeInfo type)
    {
        try
        {
            return Visit(value, type, handling: null);
        }
        catch (Exception exception) when (exception is InvalidOperationException or NotSupportedException or InvalidCastException)
        {
            // Metadata is missing, or the value does not match its metadata.
            return null;
        }
    }

    private string? Visit(object? value, JsonTypeInfo declared, JsonNumberHandling? handling)
    {
        if (value is null)
            return null;

        var type = JsonNesting.Described(declared);
        if (type.Kind == JsonTypeInfoKind.None)
            return VisitLeaf(value, type, handling ?? type.NumberHandling ?? type.Options.NumberHandling);
        if (!_around.Add(value))
            return Here("contains itself, which JSON cannot express");
        if (_around.Count > MostDeep)
            return Here($"nests deeper than {MostDeep} levels");

        var problem = type.Kind switch
        {
            JsonTypeInfoKind.Object => VisitMembers(value, type),
            JsonTypeInfoKind.Dictionary when value is IDictionary entries => VisitEntries(entries, type, handling),
            JsonTypeInfoKind.Enumerable when value is IEnumerable items => VisitItems(items, type, handling),
            _ => TryWrite(value, type),
        };
        _around.Remove(value);
        return problem;
    }

    private string? VisitMembers(object value, JsonTypeInfo declared)
    {
        if (Subtypes.ProblemOf(value.GetType(), declared) is { } undeclared)
            return Here(undeclared);

        var type = value.GetType() == declared.Type ? declared : declared.Options.GetTypeInfo(value.GetType());
        foreach (var member in type.Properties)
        {
            if (member.Get is not { } get)
                continue;

            _location.Enter(member.Name);
            if (VisitMember(value, member, get) is { } problem)
                return problem;
            _location.Leave();
        }

        return null;
    }

    private string? VisitMember(object owner, JsonPropertyInfo member, Func<object, object?> get)
    {
        object? value;
        try
        {
            value = get(owner);
            if (member.ShouldSerialize?.Invoke(owner, value) == false)
                return null;
        }
        catch (Exception exception)
        {
            return Here($"its getter threw {exception.GetType().Name}: {ExceptionText.Message(exception)}");
        }

        if (value is null)
            return member.IsGetNullable ? null : Here("is null, and its type does not allow that: set it, or declare it nullable");
        // Only the member's own converter knows what it writes.
        return JsonNesting.IsOpaque(member) ? null : Visit(value, member.Options.GetTypeInfo(member.PropertyType), member.NumberHandling);
    }

    private string? VisitItems(IEnumerable items, JsonTypeInfo type, JsonNumberHandling? handling)
    {
        var itemType = type.Options.GetTypeInfo(type.ElementType!);
        var index = 0;
        var enumerator = items.GetEnumerator();
        try
        {
            while (true)
            {
                _location.Enter(index++);
                if (!MoveNext(enumerator, out var failed))
                    return failed is null ? LeaveWith(null) : Here($"threw {failed.GetType().Name}: {ExceptionText.Message(failed)}");
                if (Visit(enumerator.Current, itemType, handling) is { } problem)
                    return problem;
                _location.Leave();
            }
        }
        finally
        {
            (enumerator as IDisposable)?.Dispose();
        }
    }

    private static bool MoveNext(IEnumerator enumerator, out Exception? failed)
    {
        failed = null;
        try
        {
            return enumerator.MoveNext();
        }
        catch (Exception exception)
        {
            failed = exception;
            return false;
        }
    }

    private string? VisitEntries(IDictionary entries, JsonTypeInfo type, JsonNumberHandling? handling)
    {
        var valueType = type.Options.GetTypeInfo(type.ElementType!);
        var index = 0;
        foreach (DictionaryEntry entry in entries)
        {
            if (entry.Key is string name && !WireText.IsWhole(name))
                return Here($"the name '{CallerText.Shorten(name)}' {WireText.HalfOfAPair}");
            if (entry.Key is double or float or Half && !double.IsFinite(Convert.ToDouble(entry.Key is Half half ? (double)half : entry.Key, System.Globalization.CultureInfo.InvariantCulture)))
                return NoNumber($"the name {entry.Key}");

            _location.EnterNamed(FormattableString.Invariant($"{entry.Key}"), index++);
            if (Visit(entry.Value, valueType, handling) is { } problem)
                return problem;
            _location.Leave();
        }

        return null;
    }

    private string? VisitLeaf(object value, JsonTypeInfo type, JsonNumberHandling handling)
    {
        var allowsNames = handling.HasFlag(JsonNumberHandling.AllowNamedFloatingPointLiterals);
        return value switch
        {
            _ when seeksNumbers && value is not (double or float or Half) => null,
            string text => WireText.IsWhole(text) ? null : Here(WireText.HalfOfAPair),
            char letter => char.IsSurrogate(letter) ? Here(WireText.HalfOfAPair) : null,
            double or float or Half when allowsNames => null,
            double number => double.IsFinite(number) ? null : NoNumber(FormattableString.Invariant($"{number}")),
            float number => float.IsFinite(number) ? null : NoNumber(FormattableString.Invariant($"{number}")),
            Half number => Half.IsFinite(number) ? null : NoNumber(FormattableString.Invariant($"{number}")),
            JsonElement element => UntypedTexts.Find(element, _location),
            JsonNode node => UntypedTexts.Find(node, _location),
            _ => TryWrite(value, type),
        };
    }

    private string? TryWrite(object value, JsonTypeInfo type)
    {
        if (seeksNumbers)
            return null;
        try
        {
            JsonBytes.Write((value, type), static (writer, source) => JsonSerializer.Serialize(writer, source.value, source.type));
            return null;
        }
        catch (Exception exception)
        {
            return Here(ExceptionText.Message(exception) ?? exception.GetType().ToString());
        }
    }

    private string NoNumber(string what) => $"{_location}: {what} is not a number in JSON";

    private string? LeaveWith(string? problem)
    {
        _location.Leave();
        return problem;
    }

    private string? Here(string reason) => seeksNumbers ? null : $"{_location}: {reason}";
}
