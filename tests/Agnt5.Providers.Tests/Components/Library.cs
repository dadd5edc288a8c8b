namespace Agnt5.Providers.Tests.Components;

/// <summary>An agent whose tool writes into the diary, so that a test sees what ran.</summary>
public static partial class Library
{
    public sealed record Book(string Title, int Copies);

    /// <summary>Finds a book.</summary>
    /// <param name="title">The book's title.</param>
    [Tool]
    public static Book FindBook(string title, [FromServices] Diary diary)
    {
        diary.Write($"find_book {title}");
        return new Book(title, 3);
    }

    /// <summary>Answers questions about books.</summary>
    [Agent("librarian", Model = "model", Instructions = "Answer briefly.", Tools = [nameof(FindBook)])]
    public static partial Task<string> Librarian(AgentContext ctx, string message);
}
