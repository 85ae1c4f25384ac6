namespace RevenueModel.Compensation;

/// <summary>The frequency at which statements are issued.</summary>
public enum PayFrequency
{
    /// <summary>Every month. The default.</summary>
    Monthly = 0,

    /// <summary>Twice a month: from the 1st to the 15th, and from the 16th to the end. Each has half a month of
    /// draw.</summary>
    SemiMonthly = 1,

    /// <summary>Every two weeks. Draws accrue by the days of the month.</summary>
    BiWeekly = 2,

    /// <summary>Every week. Draws accrue by the days of the month.</summary>
    Weekly = 3,

    /// <summary>Every three months.</summary>
    Quarterly = 4,

    /// <summary>Every twelve months.</summary>
    Yearly = 5,
}
