using System.Text;

namespace Agnt5.AnalysisCost;

/// <summary>Source to analyze: workflows as users write them, and classes that have nothing to do with them.</summary>
internal static class Sources
{
    public const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;

        """;

    /// <summary>A class of about 100 lines with two workflows, which calls a class of another file.</summary>
    public static string Workflows(int number) => $$"""
        using Agnt5;
        using Microsoft.Extensions.Logging;

        namespace App;

        public sealed record Order{{number}}(string Id, string Customer, List<string> Items, decimal Total);

        public sealed record Receipt{{number}}(string OrderId, string Status, DateTimeOffset At, decimal Paid);

        public sealed record Settlement{{number}}(string Bank, int Cents);

        public interface IPayments{{number}}
        {
            Task<string> AuthorizeAsync(string order, decimal amount, CancellationToken cancellationToken);

            Task CaptureAsync(string hold, CancellationToken cancellationToken);
        }

        public sealed class Orders{{number}}(IPayments{{number}} payments)
        {
            private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

            /// <summary>Charges an order after a human approved it.</summary>
            [Workflow]
            [OnEvent("order{{number}}.created")]
            [Concurrency(2, KeyExpression = "input.event.data.customer")]
            public async Task<Receipt{{number}}> ApproveOrder{{number}}(WorkflowContext ctx, Order{{number}} order)
            {
                var hold = await ctx.StepAsync("authorize", ct => payments.AuthorizeAsync(order.Id, order.Total, ct), new StepOptions { MaxAttempts = 3 });
                if (order.Total > 100 && await ctx.AskAsync($"Ship order {order.Id}?", Question.Approval, TimeSpan.FromDays(2)) is not "approve")
                    return new(order.Id, "rejected", ctx.UtcNow, 0);

                await ctx.SleepAsync(TimeSpan.FromHours(1), "cool_down");
                try
                {
                    var settled = await ctx.WaitForSignalAsync<Settlement{{number}}>("payment.settled", timeout: TimeSpan.FromDays(7));
                    ctx.Logger.LogInformation("{Bank} settled {Cents}", settled.Bank, settled.Cents);
                }
                catch (WaitTimeoutException)
                {
                    await CancelAsync(ctx, order);
                    return new(order.Id, "expired", ctx.UtcNow, 0);
                }

                await ctx.StepAsync("capture", ct => payments.CaptureAsync(hold, ct));
                var total = Plain{{number}}.Sum(order.Items.Select(item => item.Length));
                return new(order.Id, Plain{{number}}.Describe(total), ctx.UtcNow, order.Total);
            }

            /// <summary>Prices the items of an order one by one.</summary>
            [Workflow]
            public async Task<int> PriceOrder{{number}}(WorkflowContext ctx, Order{{number}} order)
            {
                var prices = new List<Task<int>>();
                foreach (var item in order.Items.Distinct())
                    prices.Add(ctx.StepAsync("price", ct => PriceAsync(item, ct), new StepOptions { Key = item }));
                await Task.WhenAll(prices);

                var sum = 0;
                for (var round = 0; round < 3; round++)
                {
                    sum += await ctx.StepAsync($"round_{round}", () => Plain{{number}}.Sum(prices.Select(price => price.Result)));
                    await ctx.SleepAsync(Pause, $"pause_{round}");
                }

                return sum;
            }

            private static Task CancelAsync(WorkflowContext ctx, Order{{number}} order) =>
                ctx.StepAsync("cancel", () => Console.WriteLine(order.Id), new StepOptions { Key = order.Id });

            private static async Task<int> PriceAsync(string item, CancellationToken cancellationToken)
            {
                await Task.Delay(1, cancellationToken).ConfigureAwait(false);
                return item.Length + DateTime.UtcNow.Day + Random.Shared.Next(3);
            }
        }

        """;

    /// <summary>A class of about 100 lines without any component.</summary>
    public static string Plain(int number)
    {
        var text = new StringBuilder($$"""
            namespace App;

            public static class Plain{{number}}
            {
                public static int Sum(IEnumerable<int> numbers) => numbers.Where(number => number > 0).Sum();

                public static string Describe(int total) => total switch { 0 => "nothing", < 10 => "little", _ => $"{total} at {DateTime.UtcNow:O}" };

            """);
        for (var method = 0; method < 8; method++)
            text.Append($$"""

                    public static async Task<List<string>> Work{{method}}Async(IReadOnlyList<string> items, CancellationToken cancellationToken)
                    {
                        var done = new List<string>();
                        foreach (var item in items)
                        {
                            await Task.Delay({{method}}, cancellationToken).ConfigureAwait(false);
                            done.Add($"{item}-{Guid.NewGuid():N}-{Environment.MachineName}");
                            if (done.Count > items.Count)
                                throw new InvalidOperationException("too many");
                        }

                        return done.OrderBy(text => text, StringComparer.Ordinal).ToList();
                    }

                """);
        return text.Append("}\n").ToString();
    }
}
