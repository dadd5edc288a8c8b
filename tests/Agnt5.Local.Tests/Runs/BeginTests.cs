using System.Text;
using Agnt5.Local.Engine.Flow;

namespace Agnt5.Local.Tests.Runs;

public sealed class BeginTests
{
    [Fact]
    public void A_run_without_keys_goes_to_its_endpoint_at_once()
    {
        var run = new PlayedRun();

        Assert.Equal(
            """
            0 run_1 begins
                1 run.started {"component_type":"workflow","component_name":"ship_order","deployment_id":"dep_1"}
                2 workflow.started {"component_type":"workflow","component_name":"ship_order","deployment_id":"dep_1"}
                start slice 1
                is running
            """,
            run.Transcript);
    }

    [Fact]
    public void What_was_odd_about_a_run_stands_first_in_its_journal()
    {
        var run = new PlayedRun(Specs.Run() with { Notices = ["The key expression input.account_id finds nothing."] });

        Assert.StartsWith(
            """
            0 run_1 begins
                1 run.notice {"message":"The key expression input.account_id finds nothing."}
                2 run.started
            """,
            run.Transcript);
    }

    [Fact]
    public void A_run_gets_past_its_keys_one_by_one_in_their_order()
    {
        var run = new PlayedRun(Specs.Run("run_1", Specs.Claim(FlowKind.Throttle, 5, 1_000), Specs.Claim(FlowKind.Singleton), Specs.Claim(FlowKind.Concurrency, 2)));

        Assert.Equal(
            """
            0 run_1 begins
                claims Throttle "a-1"
                is queued
            0 run_1: passes Throttle "a-1"
                claims Singleton "a-1"
            0 run_1: passes Singleton "a-1"
                claims Concurrency "a-1"
            0 run_1: passes Concurrency "a-1"
                1 run.started {"component_type":"workflow","component_name":"ship_order","deployment_id":"dep_1"}
                2 workflow.started {"component_type":"workflow","component_name":"ship_order","deployment_id":"dep_1"}
                start slice 1
                is running
            """,
            run.Transcript);
    }

    [Fact]
    public void A_conversation_goes_on_where_the_session_s_last_run_ended()
    {
        var world = new MachineWorld();
        var session = """{"messages":[{"role":"user","content":"Hello"}]}"""u8.ToArray();
        new PlayedRun(Specs.Run("run_1") with { SessionId = "chat \"7\"" }, world)
            .Answer(Specs.Completed() with { Checkpoint = "{}"u8.ToArray(), Sessions = [new("chat \"7\"", session)] });

        var next = new PlayedRun(Specs.Run("run_2") with { SessionId = "chat \"7\"" }, world);
        var other = new PlayedRun(Specs.Run("run_3") with { SessionId = "chat 8" }, world);

        Assert.Equal("""{"steps":{},"agent_sessions":{"chat \"7\"":{"messages":[{"role":"user","content":"Hello"}]}}}""", Encoding.UTF8.GetString(next.State.Checkpoint.Span));
        Assert.True(other.State.Checkpoint.IsEmpty);
    }
}
