using Agnt5;

namespace LambdaHello;

public static class Greetings
{
    /// <summary>Greets a person, in a step that no retry repeats.</summary>
    [Workflow]
    public static Task<string> Hello(WorkflowContext ctx, string name) => ctx.StepAsync("greet", () => $"hello {name}");
}
