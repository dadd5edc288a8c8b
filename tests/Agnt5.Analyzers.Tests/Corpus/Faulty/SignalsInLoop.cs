// Signals received in a loop under one waiting step (after samples of Temporal).
public sealed record Room(string Topic);

public sealed record Message(string From, string Text, bool Last = false);

public static class SignalsInLoop
{
    /// <summary>Collects the messages of a room.</summary>
    [Workflow]
    public static async Task<List<string>> Collect(WorkflowContext ctx, Room room)
    {
        var lines = new List<string> { room.Topic };
        Message message;
        do
        {
            message = await ctx.WaitForSignalAsync<Message>({|AGT4008:"message"|});
            lines.Add($"{message.From}: {message.Text}");
        }
        while (!message.Last);

        return lines;
    }
}
