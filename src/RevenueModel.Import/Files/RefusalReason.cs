
namespace RevenueModel.Import;

/// <summary>The reason why a row was refused.</summary>
public enum RefusalReason
{
    /// <summary>Quotation marks that do not follow RFC 4180: inside an unquoted field, followed by text after a
    /// closing one, or never closed.</summary>
    MalformedText = 0,

    /// <summary>More or fewer fields than the header.</summary>
    WrongFieldCount = 1,

    /// <summary>A repeated header among the rows.</summary>
    RepeatedHeader = 2,

    /// <summary>Bytes that are not text in the encoding of the file.</summary>
    UndecodableText = 3,

    /// <summary>A missing value that the row requires.</summary>
    MissingValue = 4,

    /// <summary>The id of an earlier row.</summary>
    RepeatedId = 5,

    /// <summary>A stage that is neither in the process nor in the mapping of the caller.</summary>
    UnknownStage = 6,

    /// <summary>A status that is neither open, won nor lost.</summary>
    UnknownOutcome = 7,

    /// <summary>Values that contradict each other, such as a status of won and a stage of lost.</summary>
    Contradiction = 8,

    /// <summary>A text that is not a date in the format of the file.</summary>
    InvalidDate = 9,

    /// <summary>A date with two readings, in a file whose format no earlier row determined.</summary>
    AmbiguousDate = 10,

    /// <summary>A day of a past event that is after <see cref="DatedImportOptions{TField}.LatestDate"/>.</summary>
    FutureDate = 11,

    /// <summary>Dates in an impossible order, such as closed before created.</summary>
    ImpossibleDates = 12,

    /// <summary>A text that is not a number in the format of the file.</summary>
    InvalidNumber = 13,

    /// <summary>A number with two readings, in a file whose format no earlier row determined.</summary>
    AmbiguousNumber = 14,

    /// <summary>An amount or a count of days below zero.</summary>
    NegativeNumber = 15,

    /// <summary>A currency other than that of the file.</summary>
    OtherCurrency = 16,

    /// <summary>A value that the field cannot have, such as neither yes nor no.</summary>
    InvalidValue = 17,

    /// <summary>A quotation mark that is never closed, so that the rest of the file cannot be read. See
    /// <see cref="ImportResult{TField}.IsComplete"/>.</summary>
    UnclosedQuote = 18,

    /// <summary>A quoted field that contains lines with as many fields as the header: a quotation mark was closed too
    /// late, and the lines are rows of the file. See <see cref="ImportResult{TField}.IsComplete"/>.</summary>
    RowsInQuotedField = 19,

    /// <summary>The customer, meter and period of an earlier row.</summary>
    RepeatedPeriod = 20,

    /// <summary>A reading of a counter that is lower, or earlier, than the one before.</summary>
    ImpossibleReading = 21,

    /// <summary>A term that overlaps an earlier row of the same subscription.</summary>
    OverlappingTerm = 22,
}
