// A drip of mails over days (after samples of Inngest).
public sealed record NewUser(string Email, string Name);

public enum Chapter { Welcome, FirstSteps, Tips, Feedback }

public interface IMails
{
    Task SendAsync(string to, string subject, CancellationToken cancellationToken);
}

public sealed class OnboardingMails(IMails mails)
{
    private static readonly IReadOnlyList<(Chapter Chapter, int Days)> Plan =
    [
        (Chapter.Welcome, 0), (Chapter.FirstSteps, 1), (Chapter.Tips, 3), (Chapter.Feedback, 14),
    ];

    private static readonly IReadOnlyDictionary<Chapter, string> Subjects = new Dictionary<Chapter, string>
    {
        [Chapter.Welcome] = "Welcome, {0}",
        [Chapter.FirstSteps] = "Your first steps",
        [Chapter.Tips] = "Did you know?",
        [Chapter.Feedback] = "How is it going, {0}?",
    };

    /// <summary>Sends the mails of the first two weeks.</summary>
    [Workflow]
    [OnEvent("user.created")]
    public async Task Onboard(WorkflowContext ctx, NewUser user)
    {
        foreach (var (chapter, days) in Plan)
        {
            if (days > 0)
                await ctx.SleepAsync(TimeSpan.FromDays(days), $"before_{chapter}");

            var subject = string.Format(System.Globalization.CultureInfo.InvariantCulture, Subjects[chapter], user.Name);
            await ctx.StepAsync($"send_{chapter}", ct => mails.SendAsync(user.Email, subject, ct));
        }
    }
}
