// A model called in the body between steps (after samples of agents on Durable Task and Temporal).
using Microsoft.Extensions.AI;

namespace Microsoft.Extensions.AI
{
    public sealed record ChatResponse(string Text);

    public interface IChatClient
    {
        Task<ChatResponse> GetResponseAsync(string prompt, CancellationToken cancellationToken = default);
    }
}

namespace Research
{
    public sealed record Topic(string Text);

    public sealed class ModelCalledInBody(IChatClient chat)
    {
        /// <summary>Researches a topic.</summary>
        [Workflow]
        public async Task<string> Research(WorkflowContext ctx, Topic topic)
        {
            var outline = await ctx.StepAsync("outline", ct => TextOfAsync($"Outline: {topic.Text}", ct));
            var draft = await {|AGT4004:chat.GetResponseAsync($"Write: {outline}", ctx.CancellationToken)|};
            if (await ctx.AskAsync($"Publish? {draft.Text}", Question.Approval) is not "approve")
                return "";

            await ctx.StepAsync("publish", () => Console.WriteLine(draft.Text));
            return draft.Text;
        }

        private async Task<string> TextOfAsync(string prompt, CancellationToken cancellationToken) =>
            (await chat.GetResponseAsync(prompt, cancellationToken)).Text;
    }
}
