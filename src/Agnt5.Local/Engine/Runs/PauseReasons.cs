namespace Agnt5.Local.Engine.Runs;

/// <summary>Why a run paused (protocol section 5), and what made it go on, as the journal has it.</summary>
internal static class PauseReasons
{
    public const string Timer = "timer";

    public const string Signal = "signal";

    public const string Question = "user_input_required";

    /// <summary>Goes on because nobody answered in time.</summary>
    public const string WaitTimeout = "wait_timeout";

    /// <summary>Goes on because something beside the named wait was due.</summary>
    public const string Timeout = "timeout";
}
