using System.Text;
using Agnt5.Testing.Exploring.Playing;

namespace Agnt5.Testing.Exploring.Comparing;

/// <summary>The first run that differs, and its explanation.</summary>
/// <param name="workflow">The workflow's name.</param>
/// <param name="run">The run.</param>
/// <param name="difference">What differs.</param>
internal sealed class Finding(string workflow, PlayedRun run, Difference difference)
{
    public PlayedRun Run => run;

    public Difference Difference => difference;

    /// <param name="found">Where it was found: which schedule of which strategy.</param>
    public Agnt5TestException Explain(string found)
    {
        var text = new StringBuilder();
        text.Append(workflow).Append(' ').Append(difference.Headline).Append(".\n");
        if (difference.Expected is not null)
            text.Append("\n  expected  ").Append(difference.Expected).Append("\n  got       ").Append(difference.Got).Append('\n');
        if (difference.Advice.Length > 0)
            text.Append('\n').Append(difference.Advice).Append('\n');
        text.Append("\nThe run:\n").Append(PlayedTimeline.Write(run));
        if (difference.Reference is { } reference && reference.ScheduleText != run.ScheduleText)
            text.Append("\n\nThe run that it is compared with:\n").Append(PlayedTimeline.Write(reference));
        text.Append("\n\nTo see it again: new ExploreOptions { Schedule = \"").Append(run.ScheduleText).Append("\" } (").Append(found).Append(')');
        return difference.Cause is null ? new Agnt5TestException(text.ToString()) : new Agnt5TestException(text.ToString(), difference.Cause);
    }
}
