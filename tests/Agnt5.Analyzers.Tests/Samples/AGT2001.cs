using System.Linq.Expressions;
using System.Text.Json;

public sealed record Line(string Sku, Stream Source);

public sealed record Order(string Id, List<Line> Lines);

public sealed record Callback(Action Done);

public sealed record Pending(Task Work);

public sealed record Shape(Type Kind);

public sealed record Filter(Expression<Func<int, bool>> Predicate);

public sealed record Cancellable(CancellationToken Token);

public sealed record Grid(int[,] Cells);

public sealed record Feed(IAsyncEnumerable<int> Items);

public sealed record Plain(string Id, JsonElement Data, byte[] Content, Dictionary<string, List<Plain>> Parts, Uri? Link, DayOfWeek Day);

public static class Orders
{
    [Function]
    public static void Deep(Order {|AGT2001:order|}) { }

    [Function]
    public static void InOneOfSeveral(string id, Callback {|AGT2001:callback|}) { }

    [Function]
    public static void Callbacks(Func<int> {|AGT2001:callback|}) { }

    [Function]
    public static {|AGT2001:Pending|} TaskInside() => throw new NotImplementedException();

    [Function]
    public static {|AGT2001:Task<Shape>|} TypeInside() => throw new NotImplementedException();

    [Function]
    public static void ExpressionInside(Filter {|AGT2001:filter|}) { }

    [Function]
    public static void TokenInside(Cancellable {|AGT2001:cancellable|}) { }

    [Function]
    public static void MultiDimensional(Grid {|AGT2001:grid|}) { }

    [Function]
    public static void StreamedInput(IAsyncEnumerable<int> {|AGT2001:items|}) { }

    [Function]
    public static {|AGT2001:Feed|} StreamInside() => throw new NotImplementedException();

    [Function]
    public static {|AGT2001:IAsyncEnumerable<Feed>|} StreamOfStreams() => throw new NotImplementedException();

    [Function]
    public static {|AGT2001:IAsyncEnumerable<Task<int>>|} StreamOfTasks() => throw new NotImplementedException();

    [Workflow]
    public static async Task Step(WorkflowContext context)
    {
        await context.{|AGT2001:StepAsync|}("open", () => new MemoryStream());
        await context.{|AGT2001:WaitForSignalAsync<Order>|}("ordered");
        await context.{|AGT2001:EmitAsync|}("opened", new MemoryStream());
        await context.StepAsync("count", () => 1);
        await context.StepAsync("nothing", () => { });
    }

    [Tool]
    public static async Task Emit(FunctionContext context, JsonElement element)
    {
        await context.{|AGT2001:EmitAsync|}("pending", new Pending(Task.CompletedTask));
        await context.EmitAsync("element", element);
        await context.EmitAsync<object?>("nothing", null);
    }

    [Function]
    public static Plain Plain(Plain plain, [FromServices] Stream service, CancellationToken token) => plain;

    public static Stream NoComponent(Stream stream) => stream;
}
