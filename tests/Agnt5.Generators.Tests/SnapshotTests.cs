using Agnt5.Generators.Tests.Harness;

namespace Agnt5.Generators.Tests;

/// <summary>The generated code, as a reader sees it who steps through it.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public void Workflow_with_services_a_record_and_a_step() => Snapshot.Verify(new ProjectUnderTest("""
        using System.Threading.Tasks;
        using Agnt5;
        namespace Shop;
        public interface IPayments { Task<Hold> AuthorizeAsync(Order order); }
        public sealed record Order(string Id, decimal Total, string? Note = null) { public int Priority { get; init; } = 1; }
        public sealed record Hold(string Reference);
        public sealed record Receipt(string OrderId, string Status);
        public sealed class Orders(IPayments payments)
        {
            /// <summary>Ships an order.</summary>
            [Workflow(MaxConcurrency = 2, Priority = 5)]
            public async Task<Receipt> ShipOrderAsync(WorkflowContext ctx, Order order)
            {
                var hold = await ctx.StepAsync("authorize", _ => payments.AuthorizeAsync(order));
                return new(order.Id, hold.Reference);
            }
        }
        """) { AssemblyName = "Shop", RootNamespace = "Shop" }.Generate());

    [Fact]
    public void Tool_with_parameters() => Snapshot.Verify(new ProjectUnderTest("""
        namespace Shop;
        public enum Size { Small, Large }
        public static class Stock
        {
            /// <summary>Counts what is in stock.</summary>
            /// <param name="sku">The article, for example s-1.</param>
            [Agnt5.Tool(RequiresConfirmation = true)] public static int Count(string sku, Size? size = null, int limit = 10) => limit;
        }
        """) { AssemblyName = "Shop", RootNamespace = "Shop" }.Generate());
}
