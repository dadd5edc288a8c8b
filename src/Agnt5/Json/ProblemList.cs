using System.Text;

namespace Agnt5.Json;

/// <summary>The text of an input error: problems separated by <c>; </c>, at most 8 KiB.</summary>
internal sealed class ProblemList
{
    private const int MaxLength = 8 * 1024;
    private const string Separator = "; ";

    private readonly StringBuilder _text = new();

    /// <summary>The number of problems.</summary>
    public int Count { get; private set; }

    /// <summary>Whether there is no room for another problem, so the search can stop.</summary>
    public bool IsFull { get; private set; }

    public void Add(string problem)
    {
        Count++;
        if (_text.Length + Separator.Length + problem.Length > MaxLength)
        {
            IsFull = true;
            if (_text.Length > 0)
                return;

            // A single problem that is too long is still added.
            problem = string.Concat(problem.AsSpan(0, MaxLength - Separator.Length), "…");
        }

        if (_text.Length > 0)
            _text.Append(Separator);
        _text.Append(problem);
    }

    /// <summary>Adds the last problem.</summary>
    public void End(string problem)
    {
        Add(problem);
        IsFull = true;
    }

    /// <summary>The text, or <see langword="null"/> when there is no problem.</summary>
    public override string? ToString() => _text.Length > 0 ? _text.ToString() : null;
}
