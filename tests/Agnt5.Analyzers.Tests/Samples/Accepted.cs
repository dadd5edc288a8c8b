// What every rule lets pass, however unusual, and the generator must emit so that it compiles.
using Microsoft.Extensions.DependencyInjection;

namespace Shop.System
{
    public enum @class { @event, B = 5 }

    public sealed record Order(string Id, @class Kind = @class.B, decimal Total = 1.5m, int? Count = null) { public required string Region { get; init; } }

    public struct Point { public int X { get; set; } public int Y { get; set; } }

    public sealed class Box<T> { public T? Value { get; set; } public List<Box<T>>? Next { get; set; } }

    public static class Functions
    {
        [Function] public static string Quotes(string text = "a\"b\\c\n\u2028{}", char letter = '\'') => text + letter;
        [Function] public static double Fractions(double a = double.NaN, float b = float.PositiveInfinity, decimal c = -0.1m) => a;
        [Function] public static long Integers(long a = long.MinValue, ulong b = ulong.MaxValue, byte c = 255) => a;
        [Function] public static @class Enums(@class kind = @class.@event, @class? other = null, @class odd = (@class)7, DayOfWeek day = 0) => kind;
        [Function] public static Point Structs(Point point = default, Guid id = default, DateTime when = default, Point? maybe = null) => point;
        [Function] public static Box<Order>? Generics(Box<int?> box, Box<string> text) => null;
        [Function] public static void Keywords(string @event, int @class, bool @namespace = true) { }
        [Function] public static Order @return(Order @in) => @in;
        [Function] public static string Extension(this string text) => text;
        [Function] public static string Whole([Input] string text = "x") => text;
        [Function] public static int[]? Arrays(params int[] numbers) => numbers;
        [Function] public static IReadOnlyDictionary<string, List<Order?>?> Nested(Dictionary<string, Order> orders) => null!;
        [Function, Obsolete("later")] public static string Old() => "";
        [Tool(RequiresConfirmation = true, Description = "\"quoted\" { } \u001f")] public static object? Untyped(object? anything) => anything;
        [Tool] public static dynamic? Dynamic(dynamic? anything) => anything;
        [Function] public static async IAsyncEnumerable<Order?> Streams(Order order) { await Task.Yield(); yield return order; yield return null; }
        [Tool] public static IAsyncEnumerable<dynamic?>? OptionalStream() => null;
        [Function] public static void Context(ComponentContext context, CancellationToken a, CancellationToken? b = null, CancellationToken c = default) { }
        [Function] public static string Services([FromServices] IServiceProvider a, [FromServices] IDisposable? b, [FromServices] int c = 3) => "";
        [Function] public static string Keys([FromKeyedServices(@class.B)] IServiceProvider a, [FromKeyedServices(typeof(Box<>))] Stream b) => "";
        [Function] public static string OptionalKeys([FromKeyedServices(null)] Stream? a = null, [FromKeyedServices('x')] Stream? b = null) => "";
    }

    [Obsolete("old class")]
    public class Outer
    {
        public partial class Nested(IServiceProvider services, [FromServices] Stream? stream = null, int count = 3, @class kind = @class.B)
            : IDisposable, IAsyncDisposable
        {
            [Workflow] public virtual async Task<Order?> RunAsync(WorkflowContext context, Order order, int retries = 3)
            {
                var text = await context.StepAsync("a", () => services.ToString() + stream + count + kind);
                var tuple = await context.StepAsync<Box<Point?>>("b", async token => { await Task.Yield(); return new(); });
                await context.StepAsync("c", () => { });
                return await context.StepAsync<Order?>("d", () => Task.FromResult<Order?>(order));
            }

            [Workflow] public ValueTask Partial() => default;
            [Workflow] public IAsyncEnumerable<Point?> Stream(WorkflowContext context) => throw new NotImplementedException();
            [Function] public static void StaticBeside() { }
            public void Dispose() { }
            public ValueTask DisposeAsync() => default;
        }
    }

    public static partial class Halves
    {
        public static partial string Other(string text);
    }

    public static partial class Halves
    {
        [Function]
        public static partial string Other(string text) => text;
    }

    public interface IStatics
    {
        [Function] static string OnInterface() => "";
    }

    public readonly struct Statics
    {
        [Function] public static string OnStruct() => "";
    }

#nullable disable
    public class Oblivious
    {
        [Function] public string Old2(string text, List<string> texts) => text;
    }
#nullable restore
}
