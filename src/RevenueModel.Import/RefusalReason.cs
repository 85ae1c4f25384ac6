
namespace RevenueModel.Import;

/// <summary>Why a row was refused.</summary>
public enum RefusalReason
{
    /// <summary>Quotation marks that do not follow RFC 4180: one inside an unquoted field, text after a closing one,
    /// or one that is never closed.</summary>
    MalformedText = 0,

    /// <summary>More or fewer fields than the header.</summary>
    WrongFieldCount = 1,

    /// <summary>The header, once more among the rows.</summary>
    RepeatedHeader = 2,

    /// <summary>Bytes that are no text in the encoding of the file.</summary>
    UndecodableText = 3,

    /// <summary>A value that the row needs and does not have.</summary>
    MissingValue = 4,

    /// <summary>The id of an earlier row.</summary>
    RepeatedId = 5,

    /// <summary>A stage that neither the process nor the caller's mapping has.</summary>
    UnknownStage = 6,

    /// <summary>A status that is neither open, won nor lost.</summary>
    UnknownOutcome = 7,

    /// <summary>Values that cannot hold together, such as a status of won and a stage of lost.</summary>
    Contradiction = 8,

    /// <summary>No date in the format of the file.</summary>
    InvalidDate = 9,

    /// <summary>A date that reads two ways, in a file whose format no earlier row settled.</summary>
    AmbiguousDate = 10,

    /// <summary>A day after <see cref="CrmImportOptions.LatestDate"/> on which something is said to have happened.</summary>
    FutureDate = 11,

    /// <summary>Dates in an impossible order, such as closed before created.</summary>
    ImpossibleDates = 12,

    /// <summary>No number in the format of the file.</summary>
    InvalidNumber = 13,

    /// <summary>A number that reads two ways, in a file whose format no earlier row settled.</summary>
    AmbiguousNumber = 14,

    /// <summary>An amount or a count of days below zero.</summary>
    NegativeNumber = 15,

    /// <summary>A currency other than that of the file.</summary>
    OtherCurrency = 16,

    /// <summary>A value outside those that the field can have, such as neither yes nor no.</summary>
    InvalidValue = 17,

    /// <summary>A quotation mark that is never closed, which swallows the rest of the file: see
    /// <see cref="CrmImport.IsComplete"/>.</summary>
    UnclosedQuote = 18,
}
