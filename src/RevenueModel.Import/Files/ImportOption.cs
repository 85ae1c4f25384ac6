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

    /// <summary>Counters: whether quantities are readings of counters.</summary>
    Counters = 14,

    /// <summary>Repeats: how repeated usage of one month is read.</summary>
    Repeats = 15,

    /// <summary>Gaps: how missing months are read.</summary>
    Gaps = 16,

    /// <summary>TrackedFields: the names of the stage and close date fields of a
    /// field history.</summary>
    TrackedFields = 17,
}
