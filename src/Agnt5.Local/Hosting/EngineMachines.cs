using Agnt5.Local.Engine;
using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Hosting;

/// <summary>The machines that the host feeds. Tests put broken ones in their place.</summary>
/// <param name="Begin">A new run at a time, with what is saved of its session.</param>
/// <param name="Run">What a happening makes of a run.</param>
/// <param name="Key">What a happening makes of a key.</param>
internal sealed record EngineMachines(
    Func<RunSpec, long, ReadOnlyMemory<byte>, Transition<RunState>> Begin, Func<RunState, RunHappening, Transition<RunState>> Run, Func<KeyState?, KeyHappening, Transition<KeyState?>> Key)
{
    public static EngineMachines Real { get; } = new(RunMachine.Begin, RunMachine.Apply, KeyMachine.Apply);
}
