namespace RevenueModel.Import;

/// <summary>The option that resolves a problem or a fault. An application shows the name of its own setting for
/// it.</summary>
public enum ImportOption
{
    /// <summary><see cref="ImportOptions{TField}.Columns"/>: the column of a field.</summary>
    Columns = 0,

    /// <summary><see cref="ImportOptions{TField}.IgnoredColumns"/>: columns that are not read.</summary>
    IgnoredColumns = 1,

    /// <summary><see cref="DatedImportOptions{TField}.DateFormat"/>: the format of the dates.</summary>
    DateFormat = 2,

    /// <summary><see cref="ImportOptions{TField}.NumberFormat"/>: the format of the numbers.</summary>
    NumberFormat = 3,

    /// <summary><see cref="ImportOptions{TField}.Delimiter"/>: the character between fields.</summary>
    Delimiter = 4,

    /// <summary><see cref="ImportOptions{TField}.Encoding"/>: the encoding of the text.</summary>
    Encoding = 5,

    /// <summary><see cref="ImportOptions{TField}.LineBreaksInFields"/>: whether quoted fields contain line
    /// breaks.</summary>
    LineBreaksInFields = 6,

    /// <summary><see cref="DatedImportOptions{TField}.LatestDate"/>: the last day that the file can contain.</summary>
    LatestDate = 7,

    /// <summary><see cref="CrmImportOptions.Process"/>: the sales process.</summary>
    Process = 8,

    /// <summary><see cref="CrmImportOptions.Stages"/>: the meaning of a stage or status.</summary>
    Stages = 9,

    /// <summary><see cref="CrmImportOptions.Motions"/>: the meaning of a deal type.</summary>
    Motions = 10,

    /// <summary><see cref="CrmImportOptions.Currency"/>: the currency to read.</summary>
    Currency = 11,

    /// <summary><see cref="CrmImportOptions.CurrencySymbols"/>: the meaning of a currency symbol.</summary>
    CurrencySymbols = 12,

    /// <summary><see cref="CrmImportOptions.MissingIds"/>: whether rows without an id are numbered.</summary>
    MissingIds = 13,

    /// <summary><see cref="UsageImportOptions.MeterColumns"/>: the columns with the quantities of one meter
    /// each.</summary>
    MeterColumns = 14,

    /// <summary><see cref="UsageImportOptions.Quantities"/>: whether quantities are readings of counters; or
    /// <see cref="SubscriptionImportOptions.Quantities"/>: whether amounts are of one unit.</summary>
    Quantities = 15,

    /// <summary><see cref="UsageImportOptions.Repeats"/>: how repeated usage of one period is read.</summary>
    Repeats = 16,

    /// <summary><see cref="UsageImportOptions.RecognizeTotals"/>: whether rows of totals are left out.</summary>
    RecognizeTotals = 17,

    /// <summary><see cref="StageLogImportOptions.StageFieldNames"/>: the names of the stage in a field
    /// history.</summary>
    StageFieldNames = 18,

    /// <summary><see cref="StageLogImportOptions.CloseDateFieldNames"/>: the names of the close date in a field
    /// history.</summary>
    CloseDateFieldNames = 19,

    /// <summary><see cref="SubscriptionImportOptions.Interval"/>: the interval of the amounts.</summary>
    Interval = 20,

    /// <summary><see cref="SubscriptionImportOptions.Amounts"/>: whether amounts are of intervals or terms.</summary>
    Amounts = 21,

    /// <summary><see cref="SubscriptionImportOptions.Overlaps"/>: how overlapping terms are read.</summary>
    Overlaps = 22,

    /// <summary><see cref="SubscriptionImportOptions.Canceled"/>: how canceled subscriptions without an end are
    /// read.</summary>
    Canceled = 23,
}
