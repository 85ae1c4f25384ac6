
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
}
