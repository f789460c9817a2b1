using Foedus.Charter.Forms;
using Foedus.Charter.Syntax;
using Foedus.Charter.Text;

namespace Foedus.Charter.Tests.Forms;

/// <summary>A small table in the shape of the real one, so that these tests do not move when the language grows.</summary>
internal static class SmallTable
{
    public const string Text = """
        # phrases
        phrase who
          about a body, an office or a unit
          says either  parties:party+or
            reads {parties:or}
          says both  parties:party+and
            reads {parties:and}
        phrase party
          says some  [quantity:quantity] thing:thing [of whole:party] [alone=alone]
            reads {quantity?{quantity} }{thing}{whole? of {whole}}{alone? alone}
        phrase quantity
          says any  any
            reads any
          says each  each
            reads each
          says least  at least number:integer
            reads at least {number}
        phrase thing
          says name  name:name
            reads {name}
          says term  term:term
            reads {term}
        phrase size
          says half  half
            reads half
          says number  number:number
            reads {number}
        phrase test
          says none  none
            reads none
          says more  more than size:size of base:base
            reads more than {size} of {base}
          says least  at least size:size of base:base
            reads at least {size} of {base}
        phrase base
          says base  ( base="votes cast" | base="members present" | base=members | base=seats )
            reads {base}
        phrase span
          says span  number:integer ( unit=days | unit=months | unit=years | unit=day | unit=month | unit=year )
            reads {number} {unit}
        phrase condition
          says not  not "(" inner:condition ")"
            reads not ({inner})
          says plain  term:term
            reads {term}

        form foedus
          under file
          about The version of the language.
          says version  number:integer
            reads This file is written in version {number} of the language.
          good foedus 1
        form charter
          under file
          says title  title:string
            reads This is {title}.
        form languages
          under file
          says list  languages:term+,
            reads The languages are {languages:and}.
        form art
          under file
          many yes
          carries yes
          about An article.
          says label  label:label
            reads Article {label}.
        form unsaid
          under file
          many yes
          carries yes
          reads What no article says.
        form body
          under art unsaid
          many yes
          title the {name}
          about A body that decides.
          says body  name:name [of each unit:term] [title:string]
            reads {name} is a body{unit? of each {unit}}.
        form stage
          under art unsaid
          many yes
          says stage  name:name
            reads {name} is a stage.
        form before
          under stage
          says before  who:who [, ( how=separately | how="in turn" )]
            reads The matter is before {who}{how?, {how}}.
        form seats
          under body
          need must
          many yes
          about How many places the body has, and how they are shared.
          says shared  total:integer among units:term by measure:term
            reads The seats of {owner} are {total}, shared among the {units} in proportion to {measure}.
          says per  number:integer per each:integer measure:term of each unit:term
            reads {owner} has {number} seat for every {each} {measure} of each {unit}.
          says fixed  total:integer
            reads {owner} has {total} seats.
          good seats 371 among republics by inhabitants
          bad  seats by magic
        form method
          under seats
          need must
          says method  ( how="largest remainder" | how=Webster | how=Jefferson )
            reads The method is {how}.
        form chosen
          under body
          need must
          says by  by who:who
            reads {owner} is chosen by {who}.
        form term
          under body
          need must
          says span  span:span
            reads The term of {owner} is {span}.
          says until  until the next ( Congress | election )
            reads The term of {owner} lasts until then.
        form deciding
          under art unsaid
          many yes
          says deciding  [name:name] [in who:who]
            reads {name?{name}|A rule} decides{who? in {who}}.
        form needs
          under deciding
          need must
          many yes
          says test  test:test
            reads Needed in favour: {test}.
        form quorum
          under deciding body
          need must
          says test  test:test
            reads The quorum is {test}.
        form within
          under stage
          need may
          says span  span:span
            reads Within {span}.
        form on : on
          under stage
          many yes
          says event  event:term -> target:name
            reads On {event}, {target} follows.
        form otherwise
          under stage
          says target  -> target:name
            reads Otherwise {target} follows.
        form when
          under stage
          says condition  condition:condition
            reads When {condition}.
        form note
          under any
          many yes
          says text  text:string
            reads Note: {text}
        form if-missed : if missed
          under stage
          need must
          says nothing  nothing
            reads If missed, nothing follows.
        """;

    public static FormTable Table { get; } = FormTable.Parse([("small.forms", Text)]);

    public static SyntaxTree Parse(string text) => SyntaxTree.Parse(SourceText.From("test.charter", text.ReplaceLineEndings("\n")), Table);

    public static IEnumerable<string> Numbers(SyntaxTree tree) => tree.Diagnostics.Select(d => d.Descriptor.Number);
}
