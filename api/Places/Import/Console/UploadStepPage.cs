using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Content;
using Microsoft.AspNetCore.Components;

namespace Jizhou.Public.Api.Places.Import.ConsolePages;

/// <summary>What every step of an upload is told.</summary>
public abstract class UploadStepPage : OperatorPage
{
    /// <summary>The upload.</summary>
    [Parameter] public Upload Upload { get; set; } = default!;

    /// <summary>Kinds, materials and townships.</summary>
    [Parameter] public ContentFolder Content { get; set; } = default!;

    /// <summary>What is known of it.</summary>
    protected UploadNote Note => Upload.Note;

    /// <summary>The address of one of its forms.</summary>
    protected string At(string step) => ShowUpload.Address(Upload) + step;
}
