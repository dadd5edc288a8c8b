// Parse, split and embed a document; the model is called in steps (after samples of Hatchet).
using Microsoft.Extensions.AI;

namespace Microsoft.Extensions.AI
{
    public sealed record ChatResponse(string Text);

    public interface IChatClient
    {
        Task<ChatResponse> GetResponseAsync(string prompt, CancellationToken cancellationToken = default);
    }
}

namespace Documents
{
    public sealed record IndexRequest(string Url, int ChunkSize = 2_000);

    public sealed record Passage(int Number, string Text, string Summary);

    public sealed class DocumentIndex(System.Net.Http.HttpClient http, IChatClient chat)
    {
        /// <summary>Reads a document and summarizes its passages.</summary>
        [Workflow]
        public async Task<List<Passage>> IndexDocument(WorkflowContext ctx, IndexRequest request)
        {
            var text = await ctx.StepAsync("download", ct => http.GetStringAsync(request.Url, ct), new StepOptions { MaxAttempts = 3 });
            var chunks = Split(text, request.ChunkSize).ToList();

            var summaries = new List<Task<string>>(chunks.Count);
            for (var i = 0; i < chunks.Count; i++)
            {
                var chunk = chunks[i];
                summaries.Add(ctx.StepAsync("summarize", ct => SummarizeAsync(chunk, ct), new StepOptions { Key = $"{i}" }));
            }

            await Task.WhenAll(summaries);
            return chunks.Select((chunk, i) => new Passage(i, chunk, summaries[i].Result)).ToList();
        }

        private async Task<string> SummarizeAsync(string chunk, CancellationToken cancellationToken)
        {
            var response = await chat.GetResponseAsync($"Summarize in one sentence:\n{chunk}", cancellationToken).ConfigureAwait(false);
            return response.Text.Trim();
        }

        private static IEnumerable<string> Split(string text, int size)
        {
            for (var start = 0; start < text.Length; start += size)
                yield return text.Substring(start, Math.Min(size, text.Length - start));
        }
    }
}
