namespace RevenueModel.Architectures;

/// <summary>The units of the figures of a consistency check.</summary>
public enum FigureUnit
{
    /// <summary>A number or a count. The default.</summary>
    Number = 0,

    /// <summary>A fraction or a ratio that is printed as a percentage: 0.38 is 38%, and 1.2 is 120%.</summary>
    Percent = 1,

    /// <summary>A multiple: 2.4 is 2.4x.</summary>
    Multiple = 2,

    /// <summary>Percentage points: 17 is 17 points.</summary>
    Points = 3,

    /// <summary>An amount in the currency of the architecture.</summary>
    Money = 4,

    /// <summary>Days.</summary>
    Days = 5,

    /// <summary>Months.</summary>
    Months = 6,

    /// <summary>Years.</summary>
    Years = 7,
}
