namespace RevenueModel.Import;

/// <summary>The treatment of a term that overlaps an earlier row of the same subscription, and of a second amount for
/// the same account and month.</summary>
/// <remarks>Rows are of the same subscription if they have the same id, product and site or, without an id, the same
/// account, product and site.</remarks>
public enum OverlappingTerms
{
    /// <summary>The later row is refused.</summary>
    Refuse = 0,

    /// <summary>Both count, as for several subscriptions at the same time.</summary>
    Add = 1,

    /// <summary>The term that starts earlier ends when the later one starts, with a note. Rows that start on the same
    /// day, and second amounts of a month, are refused.</summary>
    EndEarlier = 2,
}
