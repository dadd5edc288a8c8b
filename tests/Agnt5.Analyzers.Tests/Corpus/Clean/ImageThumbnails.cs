// A pipeline of steps over an image and its sizes (after samples of AWS and Inngest).
public sealed record Upload(string Path, List<int> Widths);

public sealed record Thumbnail(string Path, int Width);

public sealed record Gallery(string Title, IReadOnlyList<Thumbnail> Thumbnails);

public interface IImages
{
    Task<string> DescribeAsync(string path, CancellationToken cancellationToken);

    Task<Thumbnail> ResizeAsync(string path, int width, CancellationToken cancellationToken);
}

public sealed class ImageThumbnails(IImages images)
{
    /// <summary>Describes an image and makes thumbnails of it.</summary>
    [Workflow, OnEvent("image.uploaded")]
    public async Task<Gallery> MakeThumbnails(WorkflowContext ctx, Upload upload)
    {
        var title = ctx.StepAsync("describe", ct => images.DescribeAsync(upload.Path, ct));
        var resized = upload.Widths
            .Distinct()
            .Select(width => ctx.StepAsync($"resize_{width}", ct => images.ResizeAsync(upload.Path, width, ct)))
            .ToArray();

        var thumbnails = await Task.WhenAll(resized);
        return new(await title, thumbnails.OrderBy(thumbnail => thumbnail.Width).ToList());
    }
}
