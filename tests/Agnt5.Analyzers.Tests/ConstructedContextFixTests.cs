using Agnt5.Analyzers.Tests.Verification;

namespace Agnt5.Analyzers.Tests;

/// <summary>AGT1008: a context is a parameter of the method and not of the constructor.</summary>
public sealed class ConstructedContextFixTests
{
    [Theory]
    [InlineData(
        "public class Orders(WorkflowContext ctx) { [Workflow] public string Ship(string id) => id + ctx.RunId; }",
        "public class Orders { [Workflow] public string Ship(WorkflowContext ctx, string id) => id + ctx.RunId; }")]
    [InlineData(
        "public class Orders(TimeProvider time, WorkflowContext ctx) { [Workflow] public string Ship() => time + ctx.RunId; [Workflow] public string Bill() => \"\"; }",
        "public class Orders(TimeProvider time) { [Workflow] public string Ship(WorkflowContext ctx) => time + ctx.RunId; [Workflow] public string Bill() => \"\"; }")]
    public async Task The_context_moves_to_the_methods_that_use_it(string before, string after) =>
        await VerifyFix.ChangesAsync("AGT1008", before, after, "Take 'ctx' in the method");

    [Theory]
    [InlineData("    /// <param name=\"ctx\">The run.</param>\n", "")]
    [InlineData(
        "    /// <summary>Ships.</summary>\n    /// <param name='ctx'>\n    /// The run,\n    /// and more.\n    /// </param>\n    /// <remarks>Once.</remarks>\n",
        "    /// <summary>Ships.</summary>\n    /// <remarks>Once.</remarks>\n")]
    [InlineData("    /// <param name=\"ctx\"/>\n    /// <summary>Ships.</summary>\n", "    /// <summary>Ships.</summary>\n")]
    [InlineData("    /// <summary>Ships.</summary><param name=\"ctx\">The run.</param>\n", "    /// <summary>Ships.</summary>\n")]
    public async Task The_description_of_the_parameter_goes_with_it(string before, string after) => await VerifyFix.ChangesAsync(
        "AGT1008",
        $"public static class Outer\n{{\n{before}    public class Orders(WorkflowContext ctx)\n    {{\n        [Workflow] public string Ship() => ctx.RunId;\n    }}\n}}",
        $"public static class Outer\n{{\n{after}    public class Orders\n    {{\n        [Workflow] public string Ship(WorkflowContext ctx) => ctx.RunId;\n    }}\n}}",
        "Take 'ctx' in the method");

    [Theory]
    [InlineData("public class Orders(WorkflowContext ctx) { [Workflow] public string Ship() => Id(); private string Id() => ctx.RunId; }")]
    [InlineData("public class Orders(WorkflowContext ctx) { private readonly string _id = ctx.RunId; [Workflow] public string Ship() => _id; }")]
    [InlineData("public class Orders(WorkflowContext ctx) { [Function] public string Ship() => ctx.RunId; }")]
    [InlineData("public class Orders(WorkflowContext ctx) { [Workflow] public string Ship() => ctx.RunId; public static Orders Make(WorkflowContext ctx) => new(ctx); }")]
    [InlineData("public class Orders(WorkflowContext ctx) { [Workflow] public string Ship() => ctx.RunId; public string Again() => Ship(); }")]
    [InlineData("public class Orders { private readonly string _id; public Orders(WorkflowContext ctx) => _id = ctx.RunId; [Workflow] public string Ship() => _id; }")]
    [InlineData("public abstract class Orders { [Workflow] public string Ship() => \"\"; }")]
    public async Task What_else_uses_the_context_is_the_users_to_change(string source) => await VerifyFix.OffersNothingAsync("AGT1008", source);
}
