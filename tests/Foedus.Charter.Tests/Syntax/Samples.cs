namespace Foedus.Charter.Tests.Syntax;

/// <summary>A charter in the small table's language that uses everything the frame offers.</summary>
internal static class Samples
{
    public const string Charter = """"
        # A sample.
        foedus 1; charter "Treaty of ""Union"""    # both on one line
        languages ru, uk,   # a list that
          be, ka            # goes on

        note "before the articles"
        art 3 body Congress "Congress of Soviets"
          > The supreme organ is the Congress.
          >uk З'їзд є вищим органом.
          seats 371 among republics by inhabitants: method unspecified (largest remainder |
              Webster  |  Jefferson)
          chosen by Supreme   Court or any republic of Union alone; term 4 years
            # about the end
          # still inside
        art 6 stage Reading
          before Congress and Committee, in turn
          on approval -> Adopted
          on amendment -> Reading
          otherwise -> Lost        # last
          within left to Congress, within "a ""short"" time"
          if missed unspecified (nothing)

        unsaid deciding in Congress
          needs more than 1/2 of votes cast; quorum none
            note "of needs"
          needs simple majority
        nonsense that   stays ( as it
          is )
        art 9 deciding Rule: needs at least 55% of members; needs at least 15 of members; quorum none; note "a"
        """";
}
