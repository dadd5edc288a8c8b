using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Agents;

/// <summary>Finds problems at start-up that would fail the first turn of an agent.</summary>
internal static class AgentSetup
{
    /// <param name="directory">The agents.</param>
    /// <param name="services">The app's services.</param>
    /// <exception cref="InvalidOperationException">An agent cannot work; the message names every fix.</exception>
    public static void ThrowIfIncomplete(AgentDirectory directory, IServiceProvider services)
    {
        var problems = directory.Components.Components.Where(static component => component.Agent is not null).SelectMany(component => Problems(directory.Of(component), services)).ToArray();
        if (problems.Length > 0)
            throw new InvalidOperationException(string.Join(Environment.NewLine, problems));
    }

    private static IEnumerable<string> Problems(RunningAgent agent, IServiceProvider services)
    {
        var (definition, components) = (agent.Definition, agent.Directory.Components);
        if (definition.Model is { } model && !ModelClients.IsRegistered(ModelName.Parse(model), services))
            yield return ModelClients.Missing(ModelName.Parse(model), agent.Name);
        if (definition.InstructionsFile is not null && FileProblem(agent) is { } missing)
            yield return missing;
        foreach (var tool in definition.Tools.Where(name => !ToolSet.Has(agent, name)))
            yield return $"Agent '{agent.Name}' lists the tool '{tool}', but this endpoint has no tool or agent of that name. Correct the name in Tools.";
        foreach (var other in definition.Handoffs.Where(name => components.Find(ComponentType.Agent, name) is null))
            yield return $"Agent '{agent.Name}' hands over to '{other}', but this endpoint has no agent of that name. Correct the name in Handoffs.";
        foreach (var collision in ToolNames.FindCollisions(agent.Name, [.. definition.Tools, .. definition.Handoffs.Select(HandoffTool.NameOf), .. FunctionsOf(agent, services)]))
            yield return collision;
    }

    // A function that cannot be made yet is found when a turn needs it.
    private static string[] FunctionsOf(RunningAgent agent, IServiceProvider services)
    {
        if (services.GetService<IServiceProviderIsKeyedService>()?.IsKeyedService(typeof(AIFunction), agent.Name) != true || services.GetService<IServiceScopeFactory>() is not { } scopes)
            return [];
        try
        {
            using var scope = scopes.CreateScope();
            return [.. scope.ServiceProvider.GetKeyedServices<AIFunction>(agent.Name).Select(static function => function.Name)];
        }
        catch (Exception)
        {
            return [];
        }
    }

    private static string? FileProblem(RunningAgent agent)
    {
        try
        {
            AgentInstructions.Read(agent.Name, agent.Definition);
            return null;
        }
        catch (InvalidOperationException missing)
        {
            return missing.Message;
        }
    }
}
