namespace Agnt5.TypeCorpus.Types;

public sealed class Tree
{
    public required string Name { get; init; }

    public List<Tree> Children { get; set; } = [];

    public Tree? Parent { get; set; }
}

public sealed record Linked(int Value, Linked? Next);

public sealed record Employee(string Name, Department? Department);

public sealed record Department(string Name, List<Employee> Employees, Employee? Head = null);

public sealed class Node
{
    public Dictionary<string, Node> Children { get; set; } = [];

    public Node?[] Slots { get; set; } = [];

    public int Weight { get; set; }
}

public sealed record Forest(Tree[] Trees, Dictionary<string, Tree>? ByName);

public sealed record Wrapped<T>(T Value, Wrapped<T>? Inner);

public sealed record Twice(Address First, Address? Second, Address[] More);

public static class RecursionComponents
{
    [Workflow] public static Task<Tree> Tree(WorkflowContext run, [Input] Tree value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Linked> Linked(WorkflowContext run, [Input] Linked value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Employee> Employee(WorkflowContext run, [Input] Employee value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Department> Department(WorkflowContext run, [Input] Department value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Node> TreeNode(WorkflowContext run, [Input] Node value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Forest> Forest(WorkflowContext run, [Input] Forest value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Wrapped<string>> WrappedText(WorkflowContext run, [Input] Wrapped<string> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Wrapped<Linked>> WrappedLinked(WorkflowContext run, [Input] Wrapped<Linked> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Twice> Twice(WorkflowContext run, [Input] Twice value) => run.StepAsync("value", () => value);
}
