namespace RevenueModel.Import;

/// <summary>How a file is read: whether its text is kept to be read again, who is told of the progress, and what
/// cancels.</summary>
internal readonly record struct ReadControl(
    bool KeepText, IProgress<ImportProgress>? Progress, CancellationToken Cancellation);
