using System.Data.Common;
using System.Net.Http;
using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

public sealed record Order(string Id, decimal Total);

public sealed class Settings
{
    public string Region { get; set; } = "";
}

public interface IPayments
{
    Task<string> ChargeAsync(Order order, CancellationToken cancellationToken);
}

public interface IClock
{
    DateTimeOffset Now { get; }
}

public interface IMarker;

public abstract class Gateway
{
    public abstract Task<string> SendAsync(Order order);
}

public sealed class Billing(IPayments payments, ILogger<Billing> log)
{
    public Task<string> BillAsync(Order order) => payments.ChargeAsync(order, log is null ? default : CancellationToken.None);
}

public sealed class Ledger(Billing billing)
{
    public Task<string> WriteAsync(Order order) => billing.BillAsync(order);
}

public sealed class OwnClient : HttpClient;

namespace Microsoft.EntityFrameworkCore
{
    public class DbContext
    {
        public IServiceProvider Model { get; set; } = null!;

        public Func<int> Save { get; set; } = null!;
    }
}

public sealed class ShopData : Microsoft.EntityFrameworkCore.DbContext
{
    public List<Order> Orders { get; set; } = [];
}

public static class Services
{
    [Function]
    public static void OfTheFramework(
        Order order,
        ILogger {|AGT1017:log|},
        ILogger<Settings>? {|AGT1017:typed|},
        ILoggerFactory {|AGT1017:logs|},
        TimeProvider {|AGT1017:time|},
        HttpClient {|AGT1017:http|},
        OwnClient {|AGT1017:own|},
        IHttpClientFactory {|AGT1017:clients|},
        IServiceProvider {|AGT1017:services|},
        IServiceScopeFactory {|AGT1017:scopes|},
        IConfiguration {|AGT1017:configuration|},
        IConfigurationSection {|AGT1017:section|},
        IOptions<Settings> {|AGT1017:options|},
        IOptionsSnapshot<Settings> {|AGT1017:snapshot|},
        IHostEnvironment {|AGT1017:environment|},
        IDistributedCache {|AGT1017:cache|},
        IChatClient {|AGT1017:model|},
        DbDataSource {|AGT1017:database|},
        ChannelWriter<Order> {|AGT1017:queue|})
    {
    }

    [Function]
    public static void OfTheProgram(
        Order order,
        IPayments {|AGT1017:payments|},
        IEnumerable<IPayments> {|AGT1017:all|},
        Gateway {|AGT1017:gateway|},
        Billing {|AGT1017:billing|},
        Ledger {|AGT1017:ledger|},
        ShopData {|AGT1017:data|},
        IClock {|AGT1017:clock|},
        IMarker {|AGT1017:marker|})
    {
    }

    [Workflow]
    public static void Alone(WorkflowContext context, IPayments {|AGT1017:payments|}, CancellationToken cancellationToken) { }

    [Tool(Description = "Charges.")]
    public static void OfATool(FunctionContext context, IPayments {|AGT1017:payments|}) { }

    [Agent]
    public static string OfAnAgent(AgentContext context, string message, IPayments {|AGT1017:payments|}) => message;

    [Workflow, Concurrency(2, KeyExpression = "input.id")]
    public static void BesideAKey(WorkflowContext context, Order order, IPayments {|AGT1017:payments|}) { }

    [Workflow, Cron("0 3 * * *")]
    public static void OnASchedule(WorkflowContext context, IPayments {|AGT1017:payments|}) { }

    [Function]
    public static void BesideTheWholeInput([Input] Order order, IPayments {|AGT1017:payments|}) { }

    [Function]
    public static void OfARequest(Order order, HttpContext {|AGT1017:http|}, HttpRequest {|AGT1017:request|}, ClaimsPrincipal {|AGT1017:user|}, IFormFile {|AGT1017:file|}) { }
}

[JsonDerivedType(typeof(Email), "email")]
public interface IMessage
{
    string Text();
}

public sealed record Email(string To) : IMessage
{
    public string Text() => To;
}

[JsonConverter(typeof(MoneyConverter))]
public interface IMoney
{
    decimal Amount();
}

public sealed class MoneyConverter : JsonConverter<IMoney>
{
    public override IMoney Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, IMoney value, JsonSerializerOptions options) => throw new NotSupportedException();
}

public sealed class Cart : IServiceProvider
{
    public List<string> Articles { get; set; } = [];

    public object? GetService(Type serviceType) => null;
}

public sealed class Visitor
{
    public string Name { get; set; } = "";

    public Task<string> GreetAsync() => Task.FromResult(Name);
}

public static class Data
{
    [Function]
    public static void Marked(
        FunctionContext context,
        Order order,
        [FromServices] IPayments payments,
        [Microsoft.AspNetCore.Mvc.FromServices] ILogger<Order> log,
        [FromKeyedServices("other")] Gateway gateway,
        [FromServices] IEnumerable<IPayments> all,
        CancellationToken cancellationToken)
    {
    }

    [Function]
    public static void CrossesTheWire(IMessage message, IMoney money, Cart cart, Visitor visitor, IReadOnlyList<Order> orders, IDictionary<string, Order> byName, IEnumerable<string> names) { }

    [Function]
    public static void SaidToBeData([Input] IClock {|AGT2004:clock|}) { }
}
