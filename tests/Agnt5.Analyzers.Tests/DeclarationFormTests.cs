using Agnt5.Analyzers.Tests.Verification;

namespace Agnt5.Analyzers.Tests;

/// <summary>Ways to write a component that could be overlooked or counted twice.</summary>
public sealed class DeclarationFormTests
{
    [Fact]
    public async Task A_partial_method_is_one_component() =>
        await Verify.FindsAsync("""
            public static partial class Orders
            {
                [Workflow]
                public static partial Task Approve(FunctionContext {|AGT1006:context|}, Stream {|AGT2001:content|});
            }

            public static partial class Orders
            {
                public static partial Task Approve(FunctionContext context, Stream content) => Task.CompletedTask;
            }
            """);

    [Fact]
    public async Task An_attribute_on_the_implementation_of_a_partial_method_counts() =>
        await Verify.FindsAsync("""
            public static partial class Orders
            {
                public static partial void Approve(ref int {|AGT1004:count|});
            }

            public static partial class Orders
            {
                [Function]
                public static partial void Approve(ref int count) { }
            }
            """);

    [Fact]
    public async Task Overloads_need_names_of_their_own_in_an_order_that_no_edit_of_a_file_changes() =>
        await Verify.FindsAsync("""
            public static class Orders
            {
                [Function]
                public static void {|AGT1003:Approve|}(string id) { }

                [Function]
                public static void Approve(int id) { }
            }
            """);

    [Fact]
    public async Task An_override_is_no_component_of_its_own() =>
        await Verify.FindsAsync("""
            public class Orders
            {
                [Function]
                public virtual void Approve(string id) { }
            }

            public class SpecialOrders : Orders
            {
                public override void Approve(string id) { }
            }
            """);

    [Fact]
    public async Task A_primary_constructor_and_keyed_services_are_fine() =>
        await Verify.FindsAsync("""
            using Microsoft.Extensions.DependencyInjection;

            public sealed class Orders(IServiceProvider services, [FromKeyedServices("blue")] Stream? stream = null)
            {
                [Workflow(MaxConcurrency = 3)]
                public Task<string?> Approve(
                    [FromKeyedServices("green")] Stream input,
                    CancellationToken token,
                    WorkflowContext context,
                    string id,
                    [FromServices] Stream other,
                    int count = 3) =>
                    context.StepAsync("approve", () => services.ToString() + stream + input + id + other + count);
            }
            """);

    [Fact]
    public async Task A_context_behind_an_alias_or_a_null_check_is_still_the_context() =>
        await Verify.FindsAsync("""
            using Context = Agnt5.FunctionContext;

            public static class Orders
            {
                [Workflow]
                public static void Approve(Context? {|AGT1006:context|}) { }
            }
            """);
}
