
namespace RevenueModel.Import;

/// <summary>The kind of an <see cref="ImportNote"/>.</summary>
public enum ImportNoteKind
{
    /// <summary>A product was found in the price list under another spelling.</summary>
    ProductSpelling = 0,

    /// <summary>A row without an amount has a product that the price list does not have; its amount stays
    /// unknown.</summary>
    ProductWithoutPrice = 1,

    /// <summary>A row has neither an amount nor a product to price; its amount stays unknown.</summary>
    NoAmountAndNoProduct = 2,

    /// <summary>A deal type is not a known motion; the motion stays unknown.</summary>
    UnknownMotion = 3,

    /// <summary>A forecast category is not one of the five; the category stays unknown.</summary>
    UnknownForecastCategory = 4,

    /// <summary>A date that systems write for "no date", such as 1900-01-01; it was read as no date.</summary>
    PlaceholderDate = 5,

    /// <summary>The file has won deals and marks no deal as lost. A win rate cannot be measured from it.</summary>
    NoLostDeals = 6,

    /// <summary>Rows without an id were numbered.</summary>
    NumberedRows = 7,

    /// <summary>Lines above the header were skipped.</summary>
    TitleLines = 8,

    /// <summary>A row that has the sum of the rows above it was left out.</summary>
    TotalRow = 9,

    /// <summary>Rows of one customer, meter and period were added, or replaced by the last.</summary>
    RepeatedPeriod = 10,

    /// <summary>A month without a row between the first and the last month of a customer's meter is zero.</summary>
    MissingMonth = 11,

    /// <summary>A counter went back to a lower reading, which was taken for usage since a restart.</summary>
    CounterRestart = 12,

    /// <summary>A change of a field that is neither the stage nor the close date was left out.</summary>
    OtherField = 13,

    /// <summary>A change starts from another stage than the change before it ends with, so that a change is
    /// missing.</summary>
    MissingChange = 14,

    /// <summary>Overlapping terms of a subscription were cut, so that the earlier one ends when the later one
    /// starts.</summary>
    OverlappingTerms = 15,

    /// <summary>A canceled subscription without an end was read as ending on the day of the cancellation.</summary>
    EndedByCancellation = 16,

    /// <summary>A subscription that was never paid was left out: it is in a trial, it ended within its trial, or its
    /// first payment failed.</summary>
    UnpaidSubscription = 17,

    /// <summary>The status of a subscription is unknown and was not compared with its term.</summary>
    UnknownStatus = 18,
}
