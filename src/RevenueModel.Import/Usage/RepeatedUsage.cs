namespace RevenueModel.Import;

/// <summary>The treatment of a second row of the same customer, meter and period.</summary>
public enum RepeatedUsage
{
    /// <summary>The later row is refused.</summary>
    Refuse = 0,

    /// <summary>The quantities are added, with a note. For exports of single events.</summary>
    Add = 1,

    /// <summary>The last row replaces the earlier ones, with a note. For exports that contain corrections.</summary>
    KeepLast = 2,
}
