using System.Text.Json.Nodes;
using Agnt5.Agents.Tests.Hosting;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents.Tests.Contract;

/// <summary>Plays AGNT5 for one case: invokes the component, keeps the checkpoint of each response, and resumes with it.</summary>
/// <param name="endpoint">The endpoint.</param>
/// <param name="contract">The case.</param>
/// <param name="cutsAlways">Whether the host cuts the run off after each of its steps. What the slices give together is then what one would have given.</param>
public sealed class ContractRun(AgentEndpoint endpoint, ContractCase contract, bool cutsAlways)
{
    private const int MostSlices = 50;

    private int _run = 1;
    private JsonNode? _input;
    private JsonObject? _checkpoint = contract.Checkpoint;
    private JsonObject? _checkpointBefore;

    /// <summary>Plays the case up to its end, or to the first response that is not the expected one.</summary>
    /// <returns>The differences.</returns>
    public async Task<IReadOnlyList<string>> PlayAsync()
    {
        foreach (var reply in contract.Model)
            Script(reply);

        var problems = await SliceAsync(contract, "first slice");
        foreach (var (number, resume) in contract.ResumeSteps.Index())
        {
            if (problems.Count > 0)
                return problems;
            Prepare(resume);
            problems = await SliceAsync(resume, $"resume step {number + 1}");
        }

        return problems;
    }

    private void Script(ContractReply reply)
    {
        if (reply.Says is { } words)
            endpoint.Model.Says(words);
        else if (reply.Calls is { } calls)
            endpoint.Model.Calls([.. calls.Select(static call => ScriptedModel.Call(call.Tool, [.. call.Arguments?.Select(static argument => (argument.Key, (object?)argument.Value)) ?? []]))]);
        else
            endpoint.Model.Throws(new HttpRequestException(reply.Fails, null, System.Net.HttpStatusCode.Unauthorized));
    }

    private void Prepare(ContractResume resume)
    {
        endpoint.Time.AdvanceMs(resume.AfterMs);
        if (resume.IsLastResponseLost)
            _checkpoint = _checkpointBefore;
        if (!resume.IsNewRun)
            return;

        _run++;
        _checkpoint = new JsonObject { ["agent_sessions"] = _checkpoint?["agent_sessions"]?.DeepClone() };
    }

    private async Task<IReadOnlyList<string>> SliceAsync(ContractSlice slice, string place)
    {
        var (done, heard) = (endpoint.Diary.Count, endpoint.Model.Requests.Count);
        _checkpointBefore = _checkpoint;
        _input = slice.Input ?? _input;
        var answer = cutsAlways ? await CutAsync(slice) : await InvokeAsync(slice, slice.IsCutAfterAStep);

        var check = new ContractCheck(answer);
        check.Response(slice.Expect);
        check.Deeds(slice.Expect, [.. endpoint.Diary.Skip(done)], [.. endpoint.Model.Requests.Skip(heard).Select(static request => request.Text)]);
        return check.Problems.Count == 0 ? [] : [.. check.Problems.Select(problem => $"{place}, {problem}"), $"The response is {answer.Text}"];
    }

    /// <returns>The first response that is not a spent budget, with the events of all slices.</returns>
    private async Task<Answer> CutAsync(ContractSlice slice)
    {
        var events = new JsonArray();
        for (var number = 0; number < MostSlices; number++)
        {
            var answer = await InvokeAsync(slice, isCut: true);
            foreach (var emitted in answer.Json["events"]?.AsArray() ?? [])
                events.Add(emitted?.DeepClone());
            if (answer.Json["reason"]?.GetValue<string>() == "budget")
                continue;

            var last = answer.Json.AsObject();
            if (events.Count > 0)
                last["events"] = events;
            return answer with { Text = last.ToJsonString() };
        }

        throw new InvalidOperationException($"{contract.Id} goes nowhere in {MostSlices} slices.");
    }

    private async Task<Answer> InvokeAsync(ContractSlice slice, bool isCut)
    {
        var answer = await endpoint.InvokeAsync(Request(slice, isCut).ToJsonString());
        _checkpoint = answer.Json["checkpoint"]?.DeepClone().AsObject() ?? _checkpoint;
        return answer;
    }

    private JsonObject Request(ContractSlice slice, bool isCut) => new()
    {
        ["protocol_version"] = "workerless.v1",
        ["component_type"] = contract.Type,
        ["component_name"] = contract.Component,
        ["run_id"] = $"run-{_run}",
        ["attempt"] = slice.Attempt,
        ["is_streaming"] = contract.IsStreaming,
        ["input"] = _input?.DeepClone(),
        ["metadata"] = slice.Metadata.DeepClone(),
        ["checkpoint"] = _checkpoint?.DeepClone(),
        // The budget is nearly spent from the beginning: one step may run, and the next one yields.
        ["budget"] = isCut ? new JsonObject { ["deadline_ms"] = endpoint.Time.NowMs + 10_000, ["yield_before_timeout_ms"] = 10_000 } : null,
    };
}
