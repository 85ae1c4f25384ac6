namespace RevenueModel.Retention;

/// <summary>The accounts, units and months of a history.</summary>
/// <param name="first">The number of the first month.</param>
/// <param name="months">The number of months.</param>
/// <param name="accounts">The accounts.</param>
/// <param name="units">The combinations of account, product and site; each has a row.</param>
/// <param name="conflict">The rule for accounts with several segments.</param>
/// <param name="measure">The measure of the amounts, or null if it is not known.</param>
internal sealed class HistoryLayout(
    int first,
    int months,
    HistoryAccount[] accounts,
    HistoryUnit[] units,
    SegmentConflict conflict,
    RecurringMeasure? measure)
{
    public int First { get; } = first;

    public int Months { get; } = months;

    public int Stride { get; } = RetentionPlan.StrideOf(months);

    public HistoryAccount[] Accounts { get; } = accounts;

    public HistoryUnit[] Units { get; } = units;

    public SegmentConflict Conflict { get; } = conflict;

    public RecurringMeasure? Measure { get; } = measure;
}

/// <summary>The row of an account, or of one of its products or sites.</summary>
internal readonly record struct HistoryUnit(int Account, string? Product, string? Site)
{
    /// <summary>Returns the value by which lines are grouped.</summary>
    public string? Key(RevenueDimension dimension) => dimension switch
    {
        RevenueDimension.Product => Product,
        RevenueDimension.Site => Site,
        _ => null,
    };
}

/// <summary>An account: its name, its segment and the numbers of its units.</summary>
internal sealed class HistoryAccount(string name)
{
    public string Name { get; } = name;

    public string? Segment { get; private set; }

    /// <summary>Gets the start of the record that the segment is from.</summary>
    public int SegmentDate { get; private set; }

    public List<int> Units { get; } = new(1);

    /// <summary>Gets or sets the unit without product and site, or -1.</summary>
    public int PlainUnit { get; set; } = -1;

    /// <summary>Takes over a segment by the rule. Records of the same day are decided by the order of names.</summary>
    public void TakeSegment(string segment, int date, SegmentConflict conflict, string name)
    {
        if (Segment is null)
        {
            (Segment, SegmentDate) = (segment, date);
            return;
        }

        int order = string.CompareOrdinal(segment, Segment);
        if (order != 0 && conflict == SegmentConflict.Refused)
        {
            (string one, string other) = order < 0 ? (segment, Segment) : (Segment, segment);
            throw new ArgumentException(
                Invariant($"{name} had account \"{Name}\" in the segments \"{one}\" and \"{other}\"; one segment is ")
                    + "expected, or a rule (RevenueRules.SegmentConflict).",
                name);
        }

        bool isBetter = conflict == SegmentConflict.Latest ? date > SegmentDate : date < SegmentDate;
        if (isBetter || (date == SegmentDate && order < 0))
        {
            (Segment, SegmentDate) = (segment, date);
        }
    }
}
