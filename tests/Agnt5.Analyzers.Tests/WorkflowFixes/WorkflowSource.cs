namespace Agnt5.Analyzers.Tests.WorkflowFixes;

/// <summary>Workflows around the code that a test is about.</summary>
internal static class WorkflowSource
{
    /// <summary>An async workflow.</summary>
    public static string Run(string body, string parameters = "") => $$"""
        public sealed class Orders(TimeProvider time, System.Net.Http.HttpClient http, Microsoft.Extensions.Logging.ILogger logger)
        {
            private readonly object _gate = (time, http, logger);

            [Workflow]
            public async Task Run(WorkflowContext ctx{{parameters}})
            {
                await Task.CompletedTask;
                {{body}}
            }
        }

        public sealed record Line(int Id, string Sku);
        """;

    /// <summary>An async agent.</summary>
    public static string Talk(string body, string parameters = "") => $$"""
        public sealed class Desk(Microsoft.Extensions.AI.IChatClient model, string[] words)
        {
            private readonly object _gate = (model, words);

            [Agent]
            public async Task<string> Talk(AgentContext ctx, string message{{parameters}})
            {
                await Task.CompletedTask;
                {{body}}
                return message;
            }
        }
        """;

    /// <summary>A workflow that is not async, with members of its own.</summary>
    public static string Members(string members) => $$"""
        public sealed class Orders(TimeProvider time, System.Net.Http.HttpClient http, Microsoft.Extensions.Logging.ILogger logger)
        {
            private readonly object _gate = (time, http, logger);

            {{members}}
        }
        """;
}
