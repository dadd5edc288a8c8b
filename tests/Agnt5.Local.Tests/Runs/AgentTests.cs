using System.Text;
using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Tests.Runs;

public sealed class AgentTests
{
    private static readonly RunSpec Agent = Specs.Run() with { ComponentType = "agent" };

    [Fact]
    public void An_agent_that_tells_of_itself_starts_and_completes_once()
    {
        var run = new PlayedRun(Agent);

        run.Answer(Specs.Completed() with { Events = [Event("agent.started"), Event("lm.started"), Event("agent.completed")] });

        Assert.Equal(["run.started", "agent.started", "lm.started", "agent.completed", "run.completed"], run.Journal);
    }

    [Fact]
    public void An_agent_that_says_nothing_starts_and_completes_once_all_the_same()
    {
        var run = new PlayedRun(Agent);

        run.Answer(Specs.Completed());

        Assert.Equal(["run.started", "agent.started", "agent.completed", "run.completed"], run.Journal);
    }

    [Fact]
    public void An_agent_that_asks_a_person_starts_once()
    {
        var run = new PlayedRun(Agent);

        run.Answer(Specs.Asks(0) with { Events = [Event("agent.started")] });
        run.Reply("yes");
        run.Answer(Specs.Completed() with { Events = [Event("agent.completed")] });

        Assert.Equal(["run.started", "agent.started", "agent.paused", "agent.resumed", "agent.completed", "run.completed"], run.Journal);
    }

    [Fact]
    public void An_agent_that_fails_fails_once()
    {
        var (telling, silent) = (new PlayedRun(Agent), new PlayedRun(Agent));

        telling.Answer(Specs.Failed() with { Events = [Event("agent.started"), Event("agent.failed")] });
        silent.Answer(Specs.Failed());

        Assert.Equal(["run.started", "agent.started", "agent.failed", "run.failed"], telling.Journal);
        Assert.Equal(["run.started", "agent.started", "agent.failed", "run.failed"], silent.Journal);
    }

    [Fact]
    public void An_agent_that_never_answered_has_no_event_of_its_own()
    {
        var run = new PlayedRun(Agent);

        run.Cancel();

        Assert.Equal(["run.started", "run.cancelled"], run.Journal);
    }

    [Fact]
    public void A_workflow_that_emits_an_event_with_an_agents_name_keeps_its_own()
    {
        var run = new PlayedRun();

        run.Answer(Specs.Completed() with { Events = [Event("agent.started"), Event("agent.completed")] });

        Assert.Equal(["run.started", "workflow.started", "agent.started", "agent.completed", "workflow.completed", "run.completed"], run.Journal);
    }

    private static EmittedByEndpoint Event(string type) => new() { EventType = type, Data = Encoding.UTF8.GetBytes("""{"agent_name":"ann"}""") };
}
