using System.Globalization;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>The ids of the calls of a turn. Some servers give none, or the same ones in each reply, and results are matched with calls by their ids.</summary>
internal sealed class CallIds
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private int _made;

    /// <summary>Takes an id for a new call: the given one if it is not empty and no other call of the turn has it.</summary>
    public string Take(string given)
    {
        // A turn may call models at the same time.
        lock (_gate)
        {
            var id = given;
            while (string.IsNullOrWhiteSpace(id) || !_taken.Add(id))
                id = string.Create(CultureInfo.InvariantCulture, $"call_{++_made}");
            return id;
        }
    }

    /// <summary>Takes the ids of a recorded reply.</summary>
    public void Add(ChatResponse recorded)
    {
        lock (_gate)
        {
            foreach (var message in recorded.Messages)
            {
                foreach (var content in message.Contents)
                {
                    if (content is FunctionCallContent call)
                        _taken.Add(call.CallId);
                }
            }
        }
    }
}
