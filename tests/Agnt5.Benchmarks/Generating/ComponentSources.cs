using System.Text;

namespace Agnt5.Benchmarks.Generating;

/// <summary>A project of many components: workflows with a step, functions and tools, each with separate records, twelve components in each file.</summary>
internal static class ComponentSources
{
    private const int PerFile = 12;

    public static IEnumerable<string> Create(int components) =>
        Enumerable.Range(0, components).Chunk(PerFile).Select(File);

    private static string File(int[] numbers)
    {
        var source = new StringBuilder("""
            using System;
            using System.Collections.Generic;
            using System.Threading;
            using System.Threading.Tasks;
            using Agnt5;

            namespace Shop;

            """);
        foreach (var i in numbers)
        {
            source.Append((i % 3) switch
            {
                0 => Workflow(i),
                1 => Function(i),
                _ => Tool(i),
            });
        }

        return source.ToString();
    }

    private static string Workflow(int i) => $$"""

        public sealed record Order{{i}}(string Id, string AccountId, decimal Total, IReadOnlyList<Line{{i}}> Lines);
        public sealed record Line{{i}}(string Article, int Count, decimal? Discount = null);
        public sealed record Hold{{i}}(Guid Id, DateTimeOffset Until);

        public static class Orders{{i}}
        {
            /// <summary>Approves an order.</summary>
            [Workflow("approve_order_{{i}}")]
            public static async Task<Hold{{i}}> ApproveAsync(WorkflowContext context, Order{{i}} order)
            {
                var hold = await context.StepAsync("authorize", token => AuthorizeAsync(order, token));
                await context.StepAsync("notify", token => NotifyAsync(order.Id, token));
                return hold;
            }

            private static Task<Hold{{i}}> AuthorizeAsync(Order{{i}} order, CancellationToken token) =>
                Task.FromResult(new Hold{{i}}(Guid.Empty, DateTimeOffset.UnixEpoch));

            private static Task NotifyAsync(string orderId, CancellationToken token) => Task.Delay(0, token);
        }

        """;

    private static string Function(int i) => $$"""

        public enum Zone{{i}} { Home, Abroad }
        public sealed record Parcel{{i}}(double Weight, Zone{{i}} Zone, Dictionary<string, string>? Labels);
        public sealed record Postage{{i}}(decimal Price, string Carrier);

        public static class Shipping{{i}}
        {
            /// <summary>Prices a parcel.</summary>
            [Function("price_parcel_{{i}}")]
            public static Postage{{i}} Price(Parcel{{i}} parcel) => new(parcel.Zone == Zone{{i}}.Home ? 4.20m : 9.90m, "post");
        }

        """;

    private static string Tool(int i) => $$"""

        public sealed record Article{{i}}(string Id, string Name, string[] Tags);

        public static class Catalogue{{i}}
        {
            /// <summary>Finds articles.</summary>
            /// <param name="text">What to look for.</param>
            [Tool("find_articles_{{i}}")]
            public static Task<List<Article{{i}}>> FindAsync(string text, int limit = 10, CancellationToken token = default) =>
                Task.FromResult(new List<Article{{i}}>());
        }

        """;
}
