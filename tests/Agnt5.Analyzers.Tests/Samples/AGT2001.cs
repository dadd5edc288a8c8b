using System.Collections;
using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Serialization;

public sealed record Line(string Sku, Stream Source);

public sealed record Order(string Id, List<Line> Lines);

public sealed record Callback(Action Done);

public sealed record Pending(Task Work);

public sealed record Shape(Type Kind);

public sealed record Filter(Expression<Func<int, bool>> Predicate);

public sealed record Cancellable(CancellationToken Token);

public sealed record Grid(int[,] Cells);

public sealed record Feed(IAsyncEnumerable<int> Items);

public sealed record Headers(Hashtable ByName);

public sealed record Late(Lazy<int> Value);

public sealed record Endless<T>(T Value, Endless<List<T>>? Next);

public unsafe struct Native
{
    public int* Address { get; set; }
}

public sealed class Retired
{
    [Obsolete("gone", error: true)]
    public string Name { get; set; } = "";
}

[JsonDerivedType(typeof(string), "text")]
public class Unrelated;

[JsonDerivedType(typeof(Custom), "custom")]
public class Base;

[JsonConverter(typeof(CustomConverter))]
public sealed class Custom : Base;

public sealed class CustomConverter : JsonConverter<Custom>
{
    public override Custom Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new();

    public override void Write(Utf8JsonWriter writer, Custom value, JsonSerializerOptions options) => writer.WriteNullValue();
}

public sealed record Page((int From, int To) Range, (string, string?) Sides);

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

    [Function]
    public static void WithoutItemType(ArrayList {|AGT2001:items|}) { }

    [Function]
    public static void WithoutItemTypeInside(Headers {|AGT2001:headers|}) { }

    [Function]
    public static void OfTheFramework(Late {|AGT2001:late|}) { }

    [Function]
    public static void WithoutEnd(Endless<int> {|AGT2001:endless|}) { }

    [Function]
    public static void Pointer(Native {|AGT2001:native|}) { }

    [Function]
    public static void Obsolete(Retired {|AGT2001:retired|}) { }

    [Function]
    public static {|AGT2001:Unrelated|} NotDerived() => throw new NotImplementedException();

    [Function]
    public static {|AGT2001:Base|} DerivedWithConverter() => throw new NotImplementedException();

    [Workflow]
    public static async Task Step(WorkflowContext context)
    {
        await context.{|AGT2001:StepAsync|}("open", () => new MemoryStream());
        await context.{|AGT2001:WaitForSignalAsync<Order>|}("ordered");
        await context.{|AGT2001:EmitAsync|}("opened", new MemoryStream());
        await context.StepAsync("count", () => 1);
        await context.StepAsync("nothing", () => { });
    }

    [Tool(Description = "Looks.")]
    public static async Task Emit(FunctionContext context, JsonElement element)
    {
        await context.{|AGT2001:EmitAsync|}("pending", new Pending(Task.CompletedTask));
        await context.EmitAsync("element", element);
    }

    [Function]
    public static Plain Plain(Plain plain, [FromServices] Stream service, CancellationToken token) => plain;

    // Named A_ and Z_, because the names of a tuple's elements go to the component that comes first.
    [Function]
    public static (int From, int To) A_First(Page page) => page.Range;

    [Function]
    public static (int From, int To)? Z_Same((string, string? Second)[] {|AGT2001:sides|}) => null;

    [Function]
    public static {|AGT2001:List<(int Start, int End)>|} Z_Second() => [];

    [Function]
    public static {|AGT2001:(bool, bool)|} Z_Both((bool Yes, bool No) pair) => pair;

    [Function]
    public static (bool Left, bool Right) Z_KeepsNothing() => default;

    [Workflow]
    public static async Task Z_Calls(WorkflowContext context)
    {
        await context.{|AGT2001:EmitAsync|}("moved", (From: 1, Until: 2));
        await context.{|AGT2001:WaitForSignalAsync<(int, int)>|}("moved");
        await context.WaitForSignalAsync<(long Low, long High)>("measured");
        await context.{|AGT2001:EmitAsync|}("measured", (Minimum: 1L, Maximum: 2L));
        await context.StepAsync("kept to itself", () => (X: 1, Y: 2));
    }

    [Agent]
    public static {|AGT2001:Unrelated|} Agent(AgentContext context, List<Stream> {|AGT2001:files|}) => throw new NotImplementedException();

    public static Stream NoComponent(Stream stream) => stream;
}
