using System.Data.Common;
using System.Diagnostics;
using System.Net.Http;
using System.Net.Http.Json;

public interface IRefunds
{
    Task RefundAsync(string order, string? key = null);
}

public sealed class Refunds(HttpClient http) : IRefunds
{
    public Task RefundAsync(string order, string? key = null) => http.PostAsJsonAsync("https://pay.example/refunds", order);
}

public interface IShipping
{
    Task ShipAsync(FunctionContext ctx, string order);
}

public sealed class Desk(HttpClient http, DbCommand command, IRefunds refunds, IShipping shipping)
{
    private const string Header = "Idempotency-Key";

    [Agent(Tools =
    [
        nameof(Refund), nameof(Cancel), nameof(Tag), nameof(Export), nameof(Print), nameof(Undo), "close_ticket",
        nameof(Find), nameof(Read), nameof(Query), nameof(Safe), nameof(Keyed), nameof(OfOrder), nameof(Merge), nameof(Ship), nameof(Hand), nameof(Any), nameof(billing),
    ])]
    public static Task<string> Support(AgentContext ctx, string message) => ctx.RunAsync(message);

    [Agent(Description = "Knows the bills.")]
    public static Task<string> billing(AgentContext ctx, string message) => ctx.RunAsync(message);

    /// <summary>Refunds.</summary>
    /// <param name="order">The order.</param>
    [Tool]
    public Task {|AGT4021:Refund|}(string order) => refunds.RefundAsync(order);

    /// <summary>Cancels.</summary>
    /// <param name="order">The order.</param>
    [Tool]
    public async Task {|AGT4021:Cancel|}(FunctionContext ctx, string order) =>
        await http.SendAsync(new HttpRequestMessage(HttpMethod.Delete, $"https://shop.example/{order}"), ctx.CancellationToken);

    /// <summary>Tags.</summary>
    /// <param name="order">The order.</param>
    [Tool]
    public async Task {|AGT4021:Tag|}(string order, CancellationToken ct)
    {
        command.CommandText = "insert into tags (text) values ('new')";
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Exports.</summary>
    [Tool]
    public static void {|AGT4021:Export|}() => File.AppendAllText("orders.csv", "1");

    /// <summary>Prints.</summary>
    [Tool]
    public static void {|AGT4021:Print|}() => Process.Start("lpr", "label.pdf");

    /// <summary>Undoes.</summary>
    [Tool]
    public Task {|AGT4021:Undo|}(FunctionContext ctx)
    {
        var request = new HttpRequestMessage { Method = HttpMethod.Post };
        return Checked(ctx, () => http.SendAsync(request));
    }

    /// <summary>Closes.</summary>
    [Tool("close_ticket")]
    public Task {|AGT4021:Close|}() => http.PutAsync("https://tickets.example/1", null);

    /// <summary>Finds.</summary>
    [Tool]
    public async Task<string> Find(CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://shop.example");
        await http.SendAsync(request, ct);
        return await http.GetStringAsync("https://shop.example", ct);
    }

    /// <summary>Reads.</summary>
    [Tool]
    public static string Read() => Directory.Exists("orders") ? File.ReadAllText("orders.csv") : "";

    /// <summary>Queries.</summary>
    [Tool]
    public async Task<bool> Query(CancellationToken ct) => (await command.ExecuteScalarAsync(ct)) is 1 && (await command.ExecuteReaderAsync(ct)).HasRows;

    /// <summary>Uses another's key.</summary>
    /// <param name="order">The order.</param>
    [Tool]
    public Task OfOrder(string order) => PostAsync(order, idempotencyKey: order);

    /// <summary>Sends a key.</summary>
    /// <param name="order">The order.</param>
    [Tool]
    public Task Keyed(string order)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "https://pay.example");
        request.Headers.Add(Header, order);
        return http.SendAsync(request);
    }

    /// <summary>Uses the context's key, if only in what it calls.</summary>
    [Tool]
    public Task Safe(FunctionContext ctx) => PostOnceAsync(ctx);

    /// <summary>Lets the database tell.</summary>
    [Tool]
    public int Merge()
    {
        command.CommandText = "insert into tags (text) values ('new') on conflict do nothing";
        return command.ExecuteNonQuery();
    }

    /// <summary>Gives the context to code that nobody can read here.</summary>
    /// <param name="order">The order.</param>
    [Tool]
    public async Task Ship(FunctionContext ctx, string order)
    {
        await http.PostAsync("https://log.example", null, ctx.CancellationToken);
        await shipping.ShipAsync(ctx, order);
    }

    /// <summary>Sends a request that it did not make.</summary>
    [Tool]
    public Task Hand([FromServices] HttpRequestMessage request) => http.SendAsync(request);

    /// <summary>Does nothing outside.</summary>
    /// <param name="text">The text.</param>
    [Tool]
    public static string Any(string text) => text;

    /// <summary>Is no agent's.</summary>
    [Tool]
    public Task Alone() => http.PostAsync("https://shop.example", null);

    [Function]
    public Task NoTool() => http.PostAsync("https://shop.example", null);

    private Task PostAsync(string order, string idempotencyKey) => http.PostAsJsonAsync("https://pay.example", new { order, key = idempotencyKey });

    private Task PostOnceAsync(FunctionContext ctx) => http.PostAsJsonAsync("https://pay.example", new { key = ctx.IdempotencyKey });

    private static Task Checked(FunctionContext ctx, Func<Task> work) => ctx.Attempt > 5 ? Task.CompletedTask : work();
}
