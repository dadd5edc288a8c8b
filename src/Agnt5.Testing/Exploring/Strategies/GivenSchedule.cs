namespace Agnt5.Testing.Exploring.Strategies;

/// <summary>One schedule that is known.</summary>
/// <param name="options">Its choices. What comes behind them is plain.</param>
internal sealed class GivenSchedule(IReadOnlyList<int> options) : IStrategy
{
    private bool _hasBegun;
    private int _next;

    public bool TryBegin() => !_hasBegun && (_hasBegun = true);

    public int Choose(Choice choice) => _next < options.Count ? options[_next++] : 0;

    public void End(IReadOnlyList<TakenChoice> taken)
    {
    }

    public string Describe(int schedules) => $"the schedule {ScheduleText.Write(options)}";
}
