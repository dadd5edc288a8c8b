using Agnt5.Cli.Diagrams.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Cli.Diagrams.Reading;

/// <summary>What names stand for within a body, and where it may jump to. A lambda sees the names of the body around it.</summary>
/// <param name="parent">The body around it, or <see langword="null"/> for a method.</param>
internal sealed class FlowScope(FlowScope? parent)
{
    private readonly Dictionary<string, List<FlowBody>> _bodies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<FlowTask>> _tasks = new(StringComparer.Ordinal);
    private readonly HashSet<string> _contexts = new(StringComparer.Ordinal);

    /// <summary>Where a return leads to, or <see langword="null"/> where it ends the run.</summary>
    public FlowTarget? Returns { get; init; }

    public FlowTarget? Breaks { get; set; }

    public FlowTarget? Continues { get; set; }

    /// <summary>Takes the parameters that are contexts.</summary>
    public void AddContexts(IEnumerable<ParameterSyntax> parameters) => _contexts.UnionWith(parameters.Where(IsContext).Select(static parameter => parameter.Identifier.ValueText));

    public void AddBody(string name, FlowBody body)
    {
        if (!_bodies.TryGetValue(name, out var bodies))
            _bodies[name] = bodies = [];
        if (!bodies.Exists(known => known.Node == body.Node))
            bodies.Add(body);
    }

    public void AddTasks(string name, IEnumerable<FlowTask> tasks)
    {
        if (!_tasks.TryGetValue(name, out var known))
            _tasks[name] = known = [];
        known.AddRange(tasks);
    }

    public bool HasContext(string name) => _contexts.Contains(name) || parent?.HasContext(name) == true;

    /// <summary>The functions that a name may stand for: a local function, a lambda in a variable, or all that a list holds.</summary>
    public IReadOnlyList<FlowBody> BodiesOf(string name) => _bodies.GetValueOrDefault(name) ?? parent?.BodiesOf(name) ?? [];

    /// <summary>The tasks of a variable, which then has none any more.</summary>
    public IReadOnlyList<FlowTask> TakeTasks(string name)
    {
        if (!_tasks.Remove(name, out var tasks))
            return parent?.TakeTasks(name) ?? [];
        return tasks;
    }

    public static bool IsContext(ParameterSyntax parameter) => Sources.SourceText.LastName(parameter.Type) is "WorkflowContext" or "ComponentContext";
}

/// <summary>A function that may be called later.</summary>
/// <param name="Node">A local function or a lambda.</param>
/// <param name="Scope">Where it stands.</param>
internal sealed record FlowBody(SyntaxNode Node, FlowScope Scope);

/// <summary>Work that was started and not awaited yet.</summary>
/// <param name="Ends">Where it has come to.</param>
/// <param name="From">Where it was started.</param>
/// <param name="IsForEach">Whether there is one for each item of something.</param>
internal sealed record FlowTask(IReadOnlyList<FlowEnd> Ends, IReadOnlyList<FlowEnd> From, bool IsForEach);

/// <summary>A place that code jumps to: the end of a loop or of a method.</summary>
/// <param name="Depth">How many handlers are around it.</param>
/// <param name="Word">What a jump to it does.</param>
internal sealed record FlowTarget(int Depth, string Word)
{
    public List<FlowEnd> Ends { get; } = [];

    /// <summary>How many jumps have come here.</summary>
    public int Jumps { get; set; }
}

/// <summary>A <c>catch</c> or a <c>finally</c> around code.</summary>
/// <param name="IsFinally">Whether jumps go through it.</param>
internal sealed record FlowHandler(bool IsFinally)
{
    /// <summary>The jumps that go through it.</summary>
    public List<(IReadOnlyList<FlowEnd> Ends, FlowTarget Target)> Held { get; } = [];
}
