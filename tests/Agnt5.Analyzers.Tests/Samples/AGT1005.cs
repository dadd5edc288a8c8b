public static class Orders
{
    private static int[] numbers = [];

    [Function]
    public static async {|AGT1005:void|} AsyncVoid() => await Task.Yield();

    [Function]
    public static {|AGT1005:IQueryable<int>|} Query() => numbers.AsQueryable();

    [Function]
    public static {|AGT1005:Task<IOrderedQueryable<int>>|} OrderedQuery() => throw new NotImplementedException();

    [Function]
    public static {|AGT1005:Stream|} Download() => Stream.Null;

    [Function]
    public static {|AGT1005:Task<MemoryStream>|} DownloadToMemory() => Task.FromResult(new MemoryStream());

    [Function]
    public static {|AGT1005:Func<int>|} Delegate() => () => 1;

    [Function]
    public static {|AGT1005:Task<Task<int>>|} TaskOfTask() => Task.FromResult(Task.FromResult(1));

    [Function]
    public static {|AGT1005:Task<ValueTask>|} TaskOfValueTask() => Task.FromResult(ValueTask.CompletedTask);

    [Function]
    public static {|AGT1005:System.Runtime.CompilerServices.YieldAwaitable|} OtherAwaitable() => Task.Yield();

    [Function]
    public static {|AGT1005:Task<IAsyncEnumerable<int>>|} TaskOfStream() => throw new NotImplementedException();

    [Tool(Description = "Looks.")]
    public static {|AGT1005:Numbers|} StreamOfItsOwn() => new();

    [Agent]
    public static {|AGT1005:Stream|} AgentThatDownloads(string message) => Stream.Null;

    [Agent]
    public static IAsyncEnumerable<int> AgentThatStreams(string message) => new Numbers();

    [Function]
    public static {|AGT1005:ref int|} ByReference() => ref numbers[0];

    [Function]
    public static {|AGT1005:Span<int>|} Span() => numbers;

    [Function]
    public static unsafe {|AGT1005:int*|} Pointer() => null;

    [Function]
    public static void Void() { }

    [Function]
    public static Task OnlyTask() => Task.CompletedTask;

    [Function]
    public static ValueTask OnlyValueTask() => default;

    [Function]
    public static ValueTask<int?> Nullable() => default;

    [Function]
    public static IEnumerable<int> Sequence() => numbers;

    [Tool(Description = "Looks.")]
    public static IAsyncEnumerable<int> Streamed() => new Numbers();
}

public sealed class Numbers : IAsyncEnumerable<int>
{
    public IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken cancellationToken = default) => throw new NotImplementedException();
}
