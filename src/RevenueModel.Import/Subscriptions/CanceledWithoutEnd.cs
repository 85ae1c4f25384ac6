namespace RevenueModel.Import;

/// <summary>The treatment of a subscription that was canceled and has no end.</summary>
public enum CanceledWithoutEnd
{
    /// <summary>The row is refused.</summary>
    Refuse = 0,

    /// <summary>The term ends on the day of the cancellation, with a note.</summary>
    EndAtCancellation = 1,
}
