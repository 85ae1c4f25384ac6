namespace RevenueModel.Import;

/// <summary>The control of reading: whether the text is kept to be read again, the receiver of the progress, and the
/// cancellation.</summary>
internal readonly record struct ReadControl(
    bool KeepText, IProgress<ImportProgress>? Progress, CancellationToken Cancellation);
