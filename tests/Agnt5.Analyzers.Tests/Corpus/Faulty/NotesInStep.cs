// A value kept in the invocation's state by a step and read by the body (after samples of Inngest and Hatchet).
public sealed record Visit(string Patient);

public interface IRecords
{
    Task<string> OpenAsync(string patient, CancellationToken cancellationToken);

    Task CloseAsync(string record, string allergies, CancellationToken cancellationToken);
}

public sealed class NotesInStep(IRecords records)
{
    /// <summary>Opens and closes a patient's record.</summary>
    [Workflow]
    public async Task<string> TreatPatient(WorkflowContext ctx, Visit visit)
    {
        ctx.Set("ward", "A");
        var record = await ctx.StepAsync("open", async ct =>
        {
            var opened = await records.OpenAsync(visit.Patient, ct);
            {|AGT4015:ctx.Set("allergies", opened.Length > 10 ? "nuts" : "none")|};
            return opened;
        });

        var answer = await ctx.AskAsync("Is the treatment over?", Question.Approval);
        var allergies = ctx.Get<string>("allergies") ?? "unknown";
        await ctx.StepAsync("close", ct => records.CloseAsync(record, $"{allergies}, ward {ctx.Get<string>("ward")}", ct));
        return answer ?? "";
    }
}
