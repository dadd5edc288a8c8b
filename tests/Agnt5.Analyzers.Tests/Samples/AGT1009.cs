public sealed record Verdict(string Category);

public static partial class Agents
{
    [Agent(Model = "test-model")]
    public static partial Task<string> Answers(AgentContext ctx, string message);

    [Agent(Model = "test-model", Instructions = "Be kind.")]
    internal static partial ValueTask<Verdict> Judges(string? question, AgentContext context, CancellationToken cancellationToken = default);

    [Agent(Model = "test-model")]
    public static Task<string> {|AGT1009:NotPartial|}(AgentContext ctx, string message);

    [{|AGT1009:Agent|}]
    public static partial Task<string> NoModel(AgentContext ctx, string message);

    [Agent("blank", {|AGT1009:Model = " "|})]
    public static partial Task<string> BlankModel(AgentContext ctx, string message);

    [Agent(Model = "test-model")]
    public static partial Task<string> {|AGT1009:NoContext|}(string message);

    [Agent(Model = "test-model")]
    public static partial Task<string> {|AGT1009:NoMessage|}(AgentContext ctx);

    [Agent(Model = "test-model")]
    public static partial Task<string> {|AGT1009:{|AGT1009:Neither|}|}();

    [Agent(Model = "test-model")]
    public static partial Task<string> OtherContexts(WorkflowContext {|AGT1009:ctx|}, string message);

    [Agent(Model = "test-model")]
    public static partial Task<string> OfAnyComponent(ComponentContext? {|AGT1009:ctx|}, string message);

    [Agent(Model = "test-model")]
    public static partial Task<string> OfFunctions(FunctionContext {|AGT1006:ctx|}, string message);

    [Agent(Model = "test-model")]
    public static partial Task<string> TwoTexts(AgentContext ctx, string city, string {|AGT1009:message|});

    [Agent(Model = "test-model")]
    public static partial Task<string> Untyped(AgentContext ctx, Verdict {|AGT1009:verdict|}, Stream {|AGT1009:data|});

    [Agent(Model = "test-model")]
    public static partial Task<string> Marked(AgentContext ctx, [Input] string {|AGT1009:message|});

    [Agent(Model = "test-model")]
    public static partial Task<string> Service(AgentContext ctx, string message, [FromServices] IServiceProvider {|AGT1009:services|});

    [Agent(Model = "test-model")]
    public static partial Task<string> ByReference(AgentContext ctx, string message, ref int {|AGT1004:count|});

    [Agent(Model = "test-model")]
    public static partial {|AGT1009:Task|} NoAnswer(AgentContext ctx, string message);

    [Agent(Model = "test-model")]
    public static partial {|AGT1009:void|} Void(AgentContext ctx, string message);

    [Agent(Model = "test-model")]
    public static partial {|AGT1009:Verdict|} NotAwaited(AgentContext ctx, string message);

    [Agent(Model = "test-model")]
    public static partial {|AGT1009:IAsyncEnumerable<string>|} Streams(AgentContext ctx, string message);

    [Agent(Model = "test-model")]
    public static partial {|AGT1005:Task<Stream>|} Unwritable(AgentContext ctx, string message);

    [Agent, {|AGT1007:Tool(Description = "Looks.")|}]
    public static partial Task<string> Both(AgentContext ctx, string message);

    [Agent]
    public static string WithBody(string message) => message;

    [Agent]
    public static partial Task<string> WithBodyElsewhere(string message, int count);
    public static partial Task<string> WithBodyElsewhere(string message, int count) => Task.FromResult(message);
}

public partial class Instance
{
    [Agent(Model = "test-model")]
    public partial Task<string> {|AGT1009:NotStatic|}(AgentContext ctx, string message);

    [Agent(Model = "test-model")]
    public Task<string> {|AGT1009:NeitherStaticNorPartial|}(AgentContext ctx, string message);

    public static class Inner
    {
        [Agent(Model = "test-model")]
        public static partial Task<string> {|AGT1009:InClosedType|}(AgentContext ctx, string message);
    }
}

public partial class Instructed(IServiceProvider services)
{
    private const string Name = nameof(Plain);

    [Agent(Model = "test-model", InstructionsMethod = Name)]
    public static partial Task<string> ByConstant(AgentContext ctx, string message);

    [Agent(Model = "test-model", InstructionsMethod = nameof(Everything))]
    public static partial Task<string> ByEverything(AgentContext ctx, string message);

    [Agent(Model = "test-model", InstructionsMethod = nameof(Asynchronous))]
    public string InTheClass(string message) => message + services;

    [Agent(Instructions = "Be kind.", {|AGT1009:InstructionsFile = "Prompts/kind.md"|})]
    public static string Twice(string message) => message;

    [Agent(InstructionsMethod = Name, {|AGT1009:InstructionsFile = "Prompts/kind.md"|}, {|AGT1009:Instructions = ""|})]
    public static string ThreeTimes(string message) => message;

    [Agent({|AGT1009:InstructionsMethod = "Nothing"|})]
    public static string NoMethod(string message) => message;

    [Agent({|AGT1009:InstructionsMethod = nameof(Hidden)|})]
    public static string ClosedMethod(string message) => message;

    [Agent({|AGT1009:InstructionsMethod = nameof(Numbers)|})]
    public static string WrongResult(string message) => message;

    [Agent({|AGT1009:InstructionsMethod = nameof(OfInput)|})]
    public static string WrongParameter(string message) => message;

    [Agent({|AGT1009:InstructionsMethod = nameof(OfWorkflow)|})]
    public static string WrongContext(string message) => message;

    [Agent({|AGT1009:InstructionsMethod = nameof(Generic)|})]
    public static string GenericMethod(string message) => message;

    [Agent({|AGT1009:InstructionsMethod = nameof(Overloaded)|})]
    public static string SeveralMethods(string message) => message;

    [Agent(InstructionsMethod = null, InstructionsFile = "Prompts/kind.md")]
    public static string NotWritten(string message) => message;

    public static string Plain() => "Be kind.";
    public static ValueTask<string> Everything(FunctionContext ctx, CancellationToken ct, [FromServices] IServiceProvider services) => new(ctx.RunId);
    internal Task<string> Asynchronous(ComponentContext? ctx = null) => Task.FromResult($"{services}{ctx}");
    private static string Hidden() => "Be kind.";
    public static int Numbers() => 1;
    public static string OfInput(string city) => city;
    public static string OfWorkflow(WorkflowContext ctx) => ctx.RunId;
    public static T Generic<T>() where T : class => null!;
    public static string Overloaded() => "";
    public static string Overloaded(CancellationToken ct) => "";
}

public partial class NotConstructible
{
    private NotConstructible() { }

    [Agent(Model = "test-model", {|AGT1009:InstructionsMethod = nameof(OfInstance)|})]
    public static partial Task<string> Ask(AgentContext ctx, string message);

    public string OfInstance() => "";
}
