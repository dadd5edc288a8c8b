using Agnt5;
using Microsoft.Extensions.AI;

namespace SupportAgent;

/// <summary>A photo that a customer sends. What no model could look at is refused before a model is asked.</summary>
internal static class Photo
{
    private const int MaxBytes = 5 * 1024 * 1024;

    private static readonly string[] MediaTypes = ["image/png", "image/jpeg", "image/webp", "image/gif"];

    /// <summary>Reads a photo.</summary>
    /// <param name="dataUri">The photo as a data URI.</param>
    /// <exception cref="NonRetryableException">It is no data URI, no image, empty or too large. The caller is told which.</exception>
    public static DataContent Read(string dataUri)
    {
        DataContent photo;
        try
        {
            photo = new DataContent(dataUri);
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException)
        {
            throw new NonRetryableException("The photo has to be a data URI with base64, for example data:image/png;base64,iVBORw0KGgo=.");
        }

        if (!MediaTypes.Contains(photo.MediaType, StringComparer.OrdinalIgnoreCase))
            throw new NonRetryableException($"The photo is of the type {photo.MediaType}, and has to be one of {string.Join(", ", MediaTypes)}.");
        if (photo.Data.Length is 0 or > MaxBytes)
            throw new NonRetryableException($"The photo has {photo.Data.Length} bytes, and has to have 1 to {MaxBytes}. Send a smaller one.");
        return photo;
    }
}
